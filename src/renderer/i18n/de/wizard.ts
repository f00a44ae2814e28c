export const wizard = {
  title: 'Willkommen, {{name}}',
  about:
    'Vier kurze Schritte, dann sind Sie bei den Aufnahmen. Sie können jederzeit gehen und beim nächsten Anmelden weitermachen.',
  step: 'Schritt {{at, number}} von {{of, number}}',
  later: 'Nicht jetzt',
  next: 'Weiter',
  back: 'Zurück',
  finish: 'Fertig',
  language: { title: 'Ihre Sprache', about: 'Gilt für Sie auf jedem Computer, an dem Sie sich anmelden.' },
  name: { title: 'Ihr Name', about: 'Andere sehen ihn, wo Ihre Nebenstelle in einem Anruf vorkommt.' },
  password: {
    title: 'Ihr Passwort',
    about: 'Behalten Sie das eben benutzte, oder wählen Sie ein neues.',
    keep: 'Mein Passwort behalten',
    change: 'Ein neues wählen',
    changed: 'Ihr neues Passwort gilt.',
  },
  extensions: {
    title: 'Ihre Nebenstellen',
    about: 'Was ihnen gehört und woran sie teilnahmen, zählt für diese Zeit als Ihres.',
    none: 'Sie haben keine Nebenstelle. Sagen Sie es der Administration, wenn Sie eine haben sollten.',
    question: 'Stimmt das?',
    yes: 'Ja',
    no: 'Nein, etwas fehlt oder gehört mir nicht',
    noAbout:
      'Ändern kann es nur die Administration. Ihre Antwort steht im Protokoll; sagen Sie es ihr auch selbst.',
  },
};
