/**
 * The type of an official document by GB/T 9704—2012: A4, margins 37, 26, 35 and 28 mm, 28 points from line to line,
 * title 二号小标宋体, headings 三号黑体, sub-headings 三号楷体, text 三号仿宋体.
 */
export const page = { top: 37, right: 26, bottom: 35, left: 28, width: 210, height: 297 } as const;

/** Margins and size of a page in millimetres. */
export type PageType = Readonly<Record<keyof typeof page, number>>;

/** A4 for sheets of tables that are worked with and not published: narrower margins. */
export const sheetPage = { top: 18, right: 16, bottom: 18, left: 20, width: 210, height: 297 } as const;

/** Sizes of such sheets in points. */
export const sheetSizes = { title: 20, heading: 13, subject: 12, text: 10.5, table: 9 } as const;

/** Sizes in points. */
export const sizes = {
  title: 22,
  text: 16,
  table: 10.5,
  narrowTable: 9,
  pageNumber: 14,
  line: 28,
  titleLine: 36,
} as const;

/** Typefaces, the official one first, then those of Windows, macOS and Linux that come nearest. */
export const fonts = {
  title: [
    '方正小标宋简体',
    'FZXiaoBiaoSong-B05S',
    '方正小标宋_GBK',
    '华文中宋',
    'STZhongsong',
    '宋体',
    'SimSun',
    'Songti SC',
    'Noto Serif CJK SC',
    'Source Han Serif SC',
  ],
  heading: ['黑体', 'SimHei', 'Heiti SC', 'STHeiti', 'Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Zen Hei'],
  subheading: [
    '楷体_GB2312',
    'KaiTi_GB2312',
    '楷体',
    'KaiTi',
    'Kaiti SC',
    'STKaiti',
    'AR PL UKai CN',
    'Noto Serif CJK SC',
  ],
  text: [
    '仿宋_GB2312',
    'FangSong_GB2312',
    '仿宋',
    'FangSong',
    'STFangsong',
    'FandolFang',
    'Noto Serif CJK SC',
    'Source Han Serif SC',
  ],
  table: ['宋体', 'SimSun', 'Songti SC', 'STSong', 'Noto Serif CJK SC', 'Source Han Serif SC'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The rest of a list of typefaces: what every system has. */
export const generic = {
  title: 'serif',
  heading: 'sans-serif',
  subheading: 'serif',
  text: 'serif',
  table: 'serif',
} as const;
