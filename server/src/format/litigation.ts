import type { Head, TableFormat } from './schema.ts';

const results: readonly Head[] = [
  { id: 'upheld', label: '结果维持' },
  { id: 'corrected', label: '结果纠正' },
  { id: 'other', label: '其他结果', note: { text: '撤回、终止等其他结案情形。', source: '填报惯例' } },
  { id: 'pending', label: '尚未审结' },
  { id: 'total', label: '总计', aliases: ['合计'] },
];

/** Table 4, the same in all formats so far: one row of 15 values without a label, in three groups of five. */
export const litigation: TableFormat = {
  id: 'litigation',
  section: 4,
  name: '表四',
  blocks: [
    {
      id: 'litigation',
      rows: [],
      columns: [
        { id: 'review', label: '行政复议', children: results },
        {
          id: 'lawsuit',
          label: '行政诉讼',
          children: [
            { id: 'direct', label: '未经复议直接起诉', children: results },
            { id: 'afterReview', label: '复议后起诉', children: results },
          ],
        },
      ],
    },
  ],
  relations: [
    {
      id: 'litigation',
      of: 'rows',
      left: ['upheld', 'corrected', 'other', 'pending'],
      right: ['total'],
      total: 'total',
      title: '表四',
      says: { parts: '四项结果', total: '总计' },
    },
  ],
};
