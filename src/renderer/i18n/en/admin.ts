export const admin = {
  comesLater: 'This page is not here yet.',
} as const;
