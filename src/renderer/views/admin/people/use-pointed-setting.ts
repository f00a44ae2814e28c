/** Brings the setting that something pointed at into view, with the keyboard's focus, and marks it. */
import type { RefObject } from 'react';
import { useEffect } from 'react';

export function usePointedSetting(formRef: RefObject<HTMLElement | null>, setting: string | null): void {
  useEffect(() => {
    if (setting === null) return;
    const parts = formRef.current?.querySelectorAll<HTMLElement>('[data-setting]') ?? [];
    const pointed = [...parts].find((part) => part.dataset['setting'] === setting);
    if (!pointed) return;
    pointed.dataset['pointed'] = '';
    pointed.scrollIntoView({ block: 'center' });
    pointed.querySelector<HTMLElement>('input, button, textarea')?.focus({ preventScroll: true });
  }, [formRef, setting]);
}
