/** The walk through one's own settings at the first sign-in. */
export const wizard = {
  title: 'Welcome, {{name}}',
  about:
    'Four short steps, then you are at the recordings. You can leave at any time and go on at the next sign-in.',
  step: 'Step {{at, number}} of {{of, number}}',
  later: 'Not now',
  next: 'Next',
  back: 'Back',
  finish: 'Finish',
  language: { title: 'Your language', about: 'Kept with you, on every computer that you sign in to.' },
  name: { title: 'Your name', about: 'Others see it wherever your extension is in a call.' },
  password: {
    title: 'Your password',
    about: 'Keep the one that you have just used, or choose a new one.',
    keep: 'Keep my password',
    change: 'Choose a new one',
    changed: 'Your new password is in force.',
  },
  extensions: {
    title: 'Your extensions',
    about: 'What these extensions own and took part in counts as yours for that time.',
    none: 'You have no extension. Tell your administrator if you should have one.',
    question: 'Is that right?',
    yes: 'Yes',
    no: 'No, something is missing or not mine',
    noAbout:
      'Only an administrator can change it. Your answer is noted in the audit trail; tell him as well.',
  },
} as const;
