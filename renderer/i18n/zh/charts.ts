export const charts = {
  copy: '复制为表格（可粘贴到 Excel）',
  copied_one: '已复制 {{count}} 行',
  copied_other: '已复制 {{count}} 行',
  asTable: '以表格查看',
  save: '保存图片',
  saveSvg: '保存为 SVG 矢量图…',
  savePng: '保存为 PNG 图片…',
  fullScreen: '全屏查看',
} as const;
