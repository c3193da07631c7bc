export const slope = {
  panel: '名次对照',
  title: '名次对照：{{before}} → {{after}}',
  other: '与哪个情景对照',
  before: '调整之前',
  beforeHeading: '调整之前',
  unranked: '未排名',
  newMark: '新',
  scale: { rank: '名次', score: '得分' },
  empty: '没有可对照的名次',
  emptyWhat: '两边都没有可排名的对象；排名列表里写着原因。',
  summary: {
    same: '两边的名次完全相同。拖动权重，或选择另一个情景，就能看到变化。',
    counts: '{{up}} 个上升，{{down}} 个下降，{{same}} 个不变。',
    countsChanged:
      '{{up}} 个上升，{{down}} 个下降，{{same}} 个不变，{{changed}} 个只在一边有名次。',
    furthest: '{{counts}}变动最大：{{change}}。',
  },
  table: {
    unit: '评价对象',
    rankIn: '名次（{{scenario}}）',
    scoreIn: '得分（{{scenario}}）',
    difference: '得分之差',
  },
} as const;
