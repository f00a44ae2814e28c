/** A view that broke says so and can be opened again, instead of a white window. */
import type { ReactNode } from 'react';
import { Component } from 'react';
import { useTranslation } from 'react-i18next';
import { toErrorText } from './error-text';
import { Banner } from './ui/banner';
import { Button } from './ui/button';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly error: unknown;
}

// React offers this to classes only.
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === null ? (
      this.props.children
    ) : (
      <Broken error={error} onRetry={() => this.setState({ error: null })} />
    );
  }
}

function Broken({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <Banner tone="error" actions={<Button onPress={onRetry}>{t('common.retry')}</Button>}>
      {toErrorText(t, error)}
    </Banner>
  );
}
