// The lint rule that refuses an import against the direction of the architecture. Written here because the
// stock rules match the text of an import, and `../library/x` means another thing in every folder.
import path from 'node:path';
import { LAYERS, PACKAGE_RULES } from './layers.mjs';

/** @type {import('eslint').Rule.RuleModule} */
export const importDirection = {
  meta: {
    type: 'problem',
    schema: [],
    docs: { description: 'Refuse imports against the direction of ARCHITECTURE.md' },
    messages: {
      layer: '{{from}} may not import {{to}} ({{target}}): {{instead}}.',
      package: "'{{target}}' may not be imported here: {{instead}}.",
      outside:
        "'{{target}}' is not in a layer of ARCHITECTURE.md: move it, or give it a layer in eslint/layers.mjs.",
    },
  },
  create(context) {
    const filePath = toProjectPath(context.cwd, context.filename);

    /** @param {import('estree').Node | null | undefined} source */
    function check(source) {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const problem = findProblem(filePath, source.value);
      if (problem) context.report({ node: source, ...problem });
    }

    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
    };
  },
};

/**
 * @param {string} filePath The importing file, from the root of the project.
 * @param {string} specifier What it imports.
 * @returns {{ messageId: 'layer' | 'package' | 'outside', data: Record<string, string> } | undefined}
 */
export function findProblem(filePath, specifier) {
  if (!specifier.startsWith('.')) {
    const rule = PACKAGE_RULES.find((one) => one.packages.test(specifier) && !one.allowedIn.test(filePath));
    return rule && { messageId: 'package', data: { target: specifier, instead: rule.instead } };
  }
  // A query such as `?modulePath` belongs to the bundler, not to the path.
  const target = path.posix.join(path.posix.dirname(filePath), specifier.replace(/\?.*$/, ''));
  const from = findLayer(filePath);
  const to = findLayer(target);
  if (!from || from === to) return undefined;
  if (!to) {
    return target.startsWith('src/main/') ? { messageId: 'outside', data: { target } } : undefined;
  }
  if (from.mayImport.includes(to.name)) return undefined;
  return { messageId: 'layer', data: { from: from.name, to: to.name, target, instead: from.instead } };
}

/** @param {string} filePath */
function findLayer(filePath) {
  // Imports carry no extension; the table speaks of files.
  const withExtension = /\.[a-z]+$/.test(filePath) ? filePath : `${filePath}.ts`;
  return LAYERS.find((layer) => layer.files.test(withExtension));
}

/**
 * @param {string} cwd
 * @param {string} fileName
 */
function toProjectPath(cwd, fileName) {
  return path.relative(cwd, fileName).split(path.sep).join('/');
}
