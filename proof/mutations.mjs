// Breaks the rules of the policy, one small thing at a time: an operator, a condition, a truth value, an entry of a list.
import ts from 'typescript';

/**
 * @typedef {object} Mutation
 * @property {number} line From 1.
 * @property {string} where The line as it stood, without its indent.
 * @property {string} what What was there and what stands there now, for people.
 * @property {string} text The whole file with the change.
 */

/** @type {Readonly<Record<number, string>>} */
const SWAPPED_OPERATORS = {
  [ts.SyntaxKind.AmpersandAmpersandToken]: '||',
  [ts.SyntaxKind.BarBarToken]: '&&',
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [ts.SyntaxKind.LessThanToken]: '<=',
  [ts.SyntaxKind.LessThanEqualsToken]: '<',
  [ts.SyntaxKind.GreaterThanToken]: '>=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '>',
};
/** @type {Readonly<Record<string, string>>} */
const SWAPPED_METHODS = { some: 'every', every: 'some' };

/**
 * Every mutation of a file, in the order of its text.
 * @param {string} fileName
 * @param {string} text
 * @returns {Mutation[]}
 */
export function mutate(fileName, text) {
  const file = ts.createSourceFile(fileName, text, ts.ScriptTarget.ES2023, true);
  /** @type {Mutation[]} */
  const mutations = [];
  /** @param {number} from @param {number} to @param {string} instead */
  const put = (from, to, instead) => {
    const line = file.getLineAndCharacterOfPosition(from).line + 1;
    const was = text.slice(from, to).replace(/\s+/g, ' ').trim();
    mutations.push({
      line,
      where: (text.split('\n')[line - 1] ?? '').trim(),
      what: `${was} → ${instead === '' ? '(nothing)' : instead}`,
      text: text.slice(0, from) + instead + text.slice(to),
    });
  };
  /** @param {ts.Node} node */
  const visit = (node) => {
    // Types are no rules.
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isImportDeclaration(node)) return;
    mutateNode(node, put);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return mutations;
}

/**
 * @param {ts.Node} node
 * @param {(from: number, to: number, instead: string) => void} put
 */
function mutateNode(node, put) {
  if (ts.isBinaryExpression(node)) {
    const swapped = SWAPPED_OPERATORS[node.operatorToken.kind];
    if (swapped !== undefined) put(node.operatorToken.getStart(), node.operatorToken.end, swapped);
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    put(node.getStart(), node.operand.getStart(), '');
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword) put(node.getStart(), node.end, 'false');
  if (node.kind === ts.SyntaxKind.FalseKeyword) put(node.getStart(), node.end, 'true');
  const condition = conditionOf(node);
  if (condition) put(condition.getStart(), condition.end, `!(${condition.getText()})`);
  if (ts.isArrayLiteralExpression(node)) removeEach(node.elements, put);
  if (ts.isPropertyAccessExpression(node)) {
    const swapped = SWAPPED_METHODS[node.name.text];
    if (swapped !== undefined) put(node.name.getStart(), node.name.end, swapped);
  }
}

/**
 * @param {ts.Node} node
 * @returns {ts.Expression | undefined}
 */
function conditionOf(node) {
  if (ts.isIfStatement(node)) return node.expression;
  return ts.isConditionalExpression(node) ? node.condition : undefined;
}

/**
 * @param {ts.NodeArray<ts.Expression>} elements
 * @param {(from: number, to: number, instead: string) => void} put
 */
function removeEach(elements, put) {
  elements.forEach((element, index) => {
    const next = elements[index + 1];
    put(element.getStart(), next ? next.getStart() : element.end, '');
  });
}
