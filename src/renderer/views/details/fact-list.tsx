/** Names and values under a heading; what is not known is left out. */
import type { ReactNode } from 'react';
import styles from './details.module.css';

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

interface Props {
  readonly facts: readonly (Fact | null)[];
}

export function FactList({ facts }: Props) {
  return (
    <dl className={styles.facts}>
      {facts.map((fact) =>
        fact === null ? null : (
          <div key={fact.name} className={styles.fact}>
            <dt>{fact.name}</dt>
            <dd>{fact.value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
