export const ranking = {
  title: '排名',
} as const;
