export const admin = {
  comesLater: 'Diese Seite gibt es noch nicht.',
};
