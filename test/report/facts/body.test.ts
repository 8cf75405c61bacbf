import { expect, it } from 'vitest';
import { bodyKind, isGovernment, speaksForArea } from '../../../server/src/report/facts/body.ts';

/** Bodies by what their names tell: what they are, whether a people's government, whether their report is an area's. */
it.each([
  ['临泽省人民政府', 'province', true, true],
  ['松岭自治区', 'province', true, true],
  ['云川市人民政府', 'city', true, true],
  ['云川市人民政府（全市汇总）', 'city', true, true],
  ['云川市', 'city', true, true],
  ['松岭自治州', 'city', true, true],
  ['柳塘区政府', 'county', true, true],
  ['柳塘区', 'county', true, true],
  ['青澜县', 'county', true, true],
  ['青澜县石门乡人民政府', 'township', true, true],
  ['望江镇政府', 'township', true, true],
  ['青澜县望江镇', 'township', true, true],
  // A street office is its district's agency, no government.
  ['柳塘区人民政府河东街道办事处', 'township', false, false],
  // A zone reports for its area, its committee is no government.
  ['云川高新技术产业开发区管理委员会', undefined, false, true],
  ['青澜综合试验区管理委员会（全区汇总）', undefined, false, true],
  ['云川经济技术开发区', undefined, false, true],
  ['东川新区', undefined, false, true],
  ['东川新区管委会', undefined, false, true],
  ['东川新区人民政府', undefined, true, true],
  ['东川新区教育局', undefined, false, false],
  // An office reports for itself and in its government's name.
  ['云川市人民政府办公厅', 'office', false, false],
  ['青澜县人民政府办公室', 'office', false, false],
  ['云川市水务局', 'department', false, false],
  ['云川市城市管理局', 'department', false, false],
  ['云川市幸福社区', undefined, false, false],
  ['中华人民共和国水利部', 'ministry', false, false],
  ['国家税务总局云川市税务局', undefined, false, false],
  ['', undefined, false, false],
] as const)('%s: %s, a government %s, for an area %s', (name, kind, government, area) => {
  expect([bodyKind(name), isGovernment(name), speaksForArea(name)]).toEqual([kind, government, area]);
});

it.each([
  ['松岭自治州人民政府', 'city'],
  ['云川市人民政府外事办公室', 'department'],
  ['云川市市场监督管理局', 'department'],
  ['西城市教育局', 'department'],
  ['临泽省市场监督管理局', undefined],
  ['临泽省城市管理局', undefined],
  ['临泽省教育厅', undefined],
  ['云川市人民代表大会常务委员会', undefined],
] as const)('%s is a %s', (name, kind) => {
  expect(bodyKind(name)).toBe(kind);
});
