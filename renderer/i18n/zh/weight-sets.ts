export const weightSets = {
  title: '权重方案',
  name: '方案名称',
  placeholder: '为现有权重取名，例如 专家意见',
  save: '保存现有权重',
  none: '还没有保存过方案。保存后可随时回到这组权重，或在别的情景中采用。',
  same: '与现有权重相同。',
  apply: '采用',
  applySet: '采用方案{{name}}',
  rename: '重命名{{name}}',
  newName: '{{name}}的新名称',
  delete: '删除{{name}}',
  more: '另有 {{count}} 处不同',
} as const;
