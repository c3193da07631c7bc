export const common = {
  cancel: '取消',
  close: '关闭',
  dismiss: '知道了',
  reset: '还原',
  edit: '编辑',
  delete: '删除',
  loading: '正在载入…',
  unknown: '未知',
  missing: '缺失',
  language: { zh: '中文', en: 'English' },
} as const;
