import { squeeze } from '../../text/fold.ts';
import { memo } from '../../text/memo.ts';

/**
 * What kind of body a name tells. `office`: 办公厅 or 办公室 of a people's government. `department`: a body of a city,
 * prefecture or county other than these. `city` may be a city with districts or one of county level: names do not tell.
 */
export type BodyKind = 'ministry' | 'province' | 'city' | 'county' | 'township' | 'office' | 'department';

const OFFICE = /政府(?:办公[厅室]|办)$/;
/** `青澜县人民政府`, `望江镇政府` (town government); not their offices and departments, whose names go on. */
const GOVERNMENT = /(?:人民|(?<=[省市县区州旗盟乡镇]))政府$/;
/** A place that has a people's government: `青澜县`, `望江镇`; no community (社区), campus or part of a zone (片区). */
const PLACE = /(?:省|自治区|自治州|(?<![城都超])市|州|盟|县|旗|(?<![社园小校景片地])区|(?<!街道)乡|(?<!景德)镇|苏木)$/;
/** `青澜综合试验区管理委员会（全区汇总）` (whole zone added up): a remark in brackets behind the name. */
const REMARK = /[（(][^（）()]*[）)]$/;
/** Subdistrict, town, township; 景德镇 is a city. */
const TOWNSHIP = /(?:街道(?:办事处|办)?|(?<!景德)镇|乡|苏木)$/;
/** Municipalities directly under the central government; their departments are those of a province. */
const MUNICIPALITY = /^(?:北京|上海|天津|重庆)市?/;
/** Areas that have a committee, or rule-making powers of their own: their names tell nothing. */
const ZONE =
  /(?:开发区|新区|高新区|管理区|示范区|合作区|试验区|实验区|园区|度假区|风景区|工业区|保税区|保护区|功能区|先行区|管委会|管理委员会|兵团)/;
/** A zone, or the committee of one. */
const WHOLE_ZONE = new RegExp(`${ZONE.source}$`);
/**
 * `云川市教育局` (a city's bureau of education), `青澜县发展和改革委员会` (a county's commission): a place below the province,
 * then a body. The 市 (city) of 城市, 市场 (market) and 市政 and the 区 (district) of 社区 and 区域 end no place:
 * `某省市场监督管理局` (a province's market supervision), `某省城市管理局`.
 */
const DEPARTMENT =
  /^(?:[^省]{1,8}省)?(?![城都]市|[社园]区)[^省]{1,10}?(?:市(?![场政民])|县(?!域)|区(?![域划])|旗|州|盟)(?:人民政府)?[^省]{1,24}(?:局|委员会|委|办公室|中心|支队|大队)$/;

/**
 * The kind of body that has a name, `青澜县教育局` → department; undefined where the name does not tell it beyond doubt,
 * as of zones, enterprises, and bodies of the state that stand in a place.
 */
export const bodyKind = memo((name: string): BodyKind | undefined => {
  const plain = plainName(name);
  if (plain === '' || ZONE.test(plain)) return undefined;
  if (OFFICE.test(plain)) return 'office';
  if (/^中华人民共和国.{2,}(?:部|委员会|署|行)$/.test(plain)) return 'ministry';
  const place = plain.replace(GOVERNMENT, '');
  if (TOWNSHIP.test(place)) return 'township';
  if (place !== plain || PLACE.test(plain)) return placeKind(place);
  if (/^(?:中华人民共和国|国家|中国|中共|自治区|省)|人民代表大会|人大常委会|政协/.test(plain)) return undefined;
  if (MUNICIPALITY.test(plain) && !/^.{2,3}市?.{1,6}[区县]/.test(plain)) return undefined;
  return DEPARTMENT.test(plain.replace('自治区', '省')) ? 'department' : undefined;
});

function plainName(name: string): string {
  return squeeze(name).replace(REMARK, '');
}

/** The kind of the government of a place. */
function placeKind(place: string): BodyKind | undefined {
  if (/(?:省|自治区)$/.test(place)) return 'province';
  if (/^(?:北京|上海|天津|重庆)市?$/.test(place)) return 'province';
  if (/(?:市|自治州|州)$/.test(place)) return 'city';
  if (/(?:县|旗|区)$/.test(place) && !/(?:地区|特别行政区)$/.test(place)) return 'county';
  return undefined;
}

/** Whether a body is beyond doubt that of a county, a township or a department below the province. */
export function isLocalBody(name: string): boolean {
  const kind = bodyKind(name);
  return kind === 'county' || kind === 'township' || kind === 'department';
}

/**
 * Whether a body is a people's government, by its name: one of 各级人民政府, whose reports have more to state (《条例》第五十条
 * 第一款第四项). The report of a place is its government's, also where the place alone is named: `青澜县`.
 */
export function isGovernment(name: string): boolean {
  const plain = plainName(name);
  return GOVERNMENT.test(plain) || (PLACE.test(plain) && !ZONE.test(plain));
}

/** A bureau, commission, office, department or the like: one body of an area, whose report is its own. */
const PART =
  /(?:局|厅|(?<![管党])委|(?<!管理)委员会|办公室|办|部|署|处|中心|队|所|站|院|社|集团|公司|学校|大学|学院|医院|分局)$/;

/** Whether a name is that of one body of an area: a bureau, commission, office, institution or enterprise. */
export function isPartOfGovernment(name: string): boolean {
  const plain = plainName(name);
  return PART.test(plain) && !TOWNSHIP.test(plain) && !WHOLE_ZONE.test(plain);
}

/** What an area is called by its own report, `青澜县人民政府` → 县: 全县 (the whole county) is it; undefined where unknown. */
export function placeLetter(name: string): string | undefined {
  const place = plainName(name).replace(GOVERNMENT, '');
  if (WHOLE_ZONE.test(place) || place.endsWith('自治区')) return '区';
  const letter = place.slice(-1);
  // A city of county level is still a city; townships count themselves, not what they are in.
  return '省市县区州盟旗镇乡'.includes(letter) ? letter : undefined;
}

/**
 * Whether the report of a body is that of its area, whose numbers are added up in it: of a government or a zone.
 * An office (办公厅、办公室) reports for itself and in its government's name, not for the area.
 */
export function speaksForArea(name: string): boolean {
  return isGovernment(name) || WHOLE_ZONE.test(plainName(name));
}
