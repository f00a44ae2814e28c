export const player = {
  region: 'Player',
  nothing: 'Choose a recording and press Enter to hear it.',
} as const;
