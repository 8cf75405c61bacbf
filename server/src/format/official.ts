import { applications2019, applications2021 } from './applications.ts';
import { issuing, officeNotice } from './citations.ts';
import { disclosure2019, disclosure2021 } from './disclosure.ts';
import { litigation } from './litigation.ts';
import type { FormatData } from './schema.ts';
import { sections2019, sections2021 } from './sections.ts';

/** The official formats. A new one is a new entry here; everything else is derived (`formats.ts`). */
export const official = [
  {
    id: '2019',
    notice: officeNotice('关于政府信息公开工作年度报告有关事项的通知', 2019, 60),
    edition: '（试行）',
    firstYear: 2019,
    encouragedIn: [2019],
    prescribesAspects: false,
    changes: '',
    sections: sections2019,
    tables: [disclosure2019, applications2019, litigation],
  },
  {
    id: '2021',
    notice: officeNotice(issuing(), 2021, 30),
    edition: '',
    firstYear: 2021,
    encouragedIn: [],
    prescribesAspects: true,
    changes:
      '表二没有“上一年项目数量”“本年增/减”“其他对外管理服务事项”和“政府集中采购”，规章、行政规范性文件改填制发、废止、现行有效件数，收费由项目数改填金额（万元）；表三“其他处理”由一行分为三行；表四不变。',
    sections: sections2021,
    tables: [disclosure2021, applications2021, litigation],
  },
] as const satisfies readonly FormatData[];

/** The format in force: what a report of no known year is taken for, and what blank tables are of. */
export const present: (typeof official)[number]['id'] = '2021';
