/** Until when a body publishes its report, in the year after the report year. */
export interface Deadline {
  readonly month: number;
  readonly day: number;
  /** Who has this date, as a message says it: `县级以上人民政府部门` (departments of governments from the county up). */
  readonly who: string;
  /** The clause that sets it. */
  readonly basis: string;
}

/**
 * By rank: 《条例》第四十九条 for departments; 国办公开办函〔2021〕30号 二（一） for townships, 二（二） for governments that sum up
 * their area (the trial notice of 2019 says the same). A city's name does not tell whether it is of county level, whose
 * date is earlier: the later one is certain.
 */
export const deadlines = {
  department: { month: 1, day: 31, who: '县级以上人民政府部门', basis: '《条例》第四十九条' },
  township: { month: 1, day: 31, who: '乡镇人民政府、街道办事处', basis: '国办公开办函〔2021〕30号二（一）' },
  county: { month: 2, day: 20, who: '县级政府', basis: '国办公开办函〔2021〕30号二（二）' },
  city: { month: 3, day: 10, who: '地市级政府', basis: '国办公开办函〔2021〕30号二（二）' },
  province: { month: 3, day: 31, who: '省级政府', basis: '国办公开办函〔2021〕30号二（二）' },
} as const satisfies Readonly<Record<string, Deadline>>;

/** The last date for any body (《条例》第四十九条). */
export const lastDeadline: Deadline = { month: 3, day: 31, who: '县级以上地方人民政府', basis: '《条例》第四十九条' };

/**
 * Words in the names of bodies under vertical leadership, which report within their own system by dates of its own
 * (国办公开办函〔2021〕30号 二（一）): taxes, customs, weather, tobacco, posts, shipping, earthquakes, surveys, banks …
 */
export const verticalSystems: readonly string[] = [
  '税务',
  '海关',
  '气象',
  '烟草',
  '邮政',
  '海事',
  '地震',
  '调查队',
  '银行',
  '外汇',
  '金融监管',
  '通信管理',
  '出入境',
  '移民',
  '消防救援',
  '国家安全',
  '矿山安全',
  '民航',
  '铁路',
];
