import { Component, type ReactNode } from 'react';
import { t } from './words.ts';

/** Shown where a page fails to draw itself: never blank, and clear that nothing was passed on. */
export class Fallback extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <main className="fallback">
        <div role="alert">
          <h1>{t('page.failed')}</h1>
          <p>{t('page.failed.text')}</p>
        </div>
        <button type="button" className="primary-button" onClick={() => window.close()}>
          {t('review.close')}
        </button>
      </main>
    );
  }
}
