export const player = {
  region: 'Spieler',
  nothing: 'Wählen Sie eine Aufnahme und drücken Sie Eingabe, um sie zu hören.',
};
