import { describe, it } from 'vitest';
import { changed, check, yearCodes as only } from '../support/check.ts';

/** Checks a right report in which a text takes the place of another; what is marked in it is stale. */
function judge(place: string, text: string): void {
  check(changed([[place, text]]), text.includes('⟦') ? [{ code: 'stale-year' }] : [], { only });
}

describe('other years in section one', () => {
  it.each([
    '较2024年，网站发布信息增加，通过门户网站发布信息326条',
    '2024年，通过门户网站发布信息300条；2025年，通过门户网站发布信息326条',
    '2024年以来，通过门户网站发布信息326条',
    '2024年，国务院办公厅印发有关意见，本局据此发布信息326条',
    '2024年结转的申请已经办结，通过门户网站发布信息326条',
    '2024年12月，门户网站改版，发布信息326条',
    '自2019年以来，通过门户网站发布信息326条',
    '“十四五”（2021—2025年）期间，通过门户网站发布信息326条',
    '根据《2024年政务公开工作要点》，通过门户网站发布信息326条',
    '2026年，我局将通过门户网站发布信息326条',
    '2024年度考核优秀，通过门户网站发布信息326条',
    '⟦2024⟧年，我局通过门户网站发布信息326条',
    '⟦2024⟧年度，通过门户网站发布信息326条',
    '⟦2024⟧年我局通过门户网站发布信息326条',
    '2025年，网站改版。2024年，栏目更新。⟦2023⟧年，全局共收到政府信息公开申请15件',
  ])('%s', (sentence) => {
    judge('2025年，通过门户网站发布信息326条', sentence);
  });
});

describe('other years in plans', () => {
  it.each([
    '2025年，我局将解读材料一并公开',
    '2025年解读工作已有改进',
    '⟦2025⟧年，我局将进一步改进解读',
    '下一步，⟦2025⟧年将改进解读',
    '2026年，我局将进一步改进解读',
    '下一步，2027年将改进解读',
  ])('%s', (plan) => {
    judge('改进情况：一是供水水质信息改为按月更新，由专人负责；二是2026年起', `${plan}。`);
  });
});
