import type { Case } from './statements.ts';

/** What reviewers find in numbers of the text: wordings of all and none, whose numbers they are, shares, plans, parts. */
export const reviewed: readonly Case[] = [
  {
    of: 1,
    about: 'the whole district in the report of a zone that its name alone tells of',
    body: '南浦综合试验区',
    text: '（二）依申请公开。全区各级行政机关共受理政府信息公开申请⟦21⟧件，其中片区管理局受理5件。',
    cells: { 'new/total': 21, 'new/natural': 21, 'total/total': 21, 'total/natural': 21 },
  },
  {
    of: 1,
    about: 'the whole city in the report of a county',
    body: '青澜县人民政府',
    text: '（二）依申请公开。全市受理政府信息公开申请120件，全县受理⟦21⟧件。',
    cells: { 'new/total': 21, 'new/natural': 21 },
  },
  {
    of: 1,
    about: "the office of a district's government among the bodies of its district",
    body: '望江区人民政府',
    text: '（二）依申请公开。区政府办代表区政府受理政府信息公开申请17件，全区受理⟦95⟧件。',
    cells: { 'new/total': 95, 'new/natural': 95 },
  },
  {
    of: 1,
    about: 'the office of a government in its own report',
    body: '云川市人民政府办公室',
    text: '（二）依申请公开。市政府办公室代表市政府共受理政府信息公开申请⟦17⟧件，全市受理95件。',
    cells: { 'new/total': 17, 'new/natural': 17 },
  },
  {
    of: 2,
    about: 'a list with a blank before its comma',
    text: '（一）主动公开。公开信息263条，其中规划类12条，民生类75条，科教类161条 ，安全类4条，其他信息11条。',
    wrong: [
      '（一）主动公开。公开信息⟦263⟧条，其中规划类12条，民生类75条，科教类161条 ，安全类4条，其他信息12条。',
      '（一）主动公开。公开信息⟦263⟧条，其中规划类12条，民生类75条，科教类161条 ，安全类4条，其他信息1条。',
    ],
  },
  {
    of: 2,
    about: 'a list in a list, in brackets',
    text: '（一）主动公开。公开财政信息380条，其中专项资金152条，预决算197条（政府32条、部门165条）、经费27条、债券4条。',
    wrong: [
      '（一）主动公开。公开财政信息⟦380⟧条，其中专项资金152条，预决算197条（政府32条、部门165条）、经费27条、债券5条。',
      '（一）主动公开。公开财政信息380条，其中专项资金152条，预决算⟦197⟧条（政府33条、部门165条）、经费27条、债券4条。',
    ],
  },
  {
    of: 2,
    about: 'a list in the next sentence, and one part that is more than the whole',
    text: '（一）主动公开。网站发布信息225条，覆盖重点领域。其中政策类5条，财政类60条，土地类160条。',
    wrong: [
      '（一）主动公开。网站发布信息⟦225⟧条，覆盖重点领域。其中政策类5条，财政类600条，土地类160条。',
      '（一）主动公开。网站发布信息⟦225⟧条，覆盖重点领域。其中政策类500条，财政类60条，土地类160条。',
    ],
  },
  {
    of: 2,
    about: 'a part without its unit, semicolons between long labels, more that may follow',
    text: '（一）主动公开。公开信息52条，其中政策类3条，土地类信息 45，其他类4条；发布动态267条，类别包括办理行政许可的依据、条件、程序以及办理结果4条；财政预算、决算信息263条。公开清单80条，其中处罚类40条，许可类38条，第三类若干。',
    wrong: [
      '（一）主动公开。公开信息⟦52⟧条，其中政策类3条，土地类信息 46，其他类4条；发布动态⟦267⟧条，类别包括办理行政许可的依据、条件、程序以及办理结果5条；财政预算、决算信息263条。',
    ],
  },
  {
    of: 3,
    about: 'a rate of several numbers that follow each other',
    text: '（一）主动公开。收到群众诉求348件，现场解决162件，跟进解决186件，办结率100%。',
    wrong: ['（一）主动公开。收到群众诉求348件，现场解决162件，跟进解决186件，办结率⟦97⟧%。'],
  },
  {
    of: 4,
    about: 'shares of the number that most of them agree with',
    text: '（二）依申请公开。受理申请⟦859⟧件，答复⟦805⟧件。予以公开⟦259⟧件，占32.2%；不予公开⟦35⟧件，占4.34%；不予处理⟦158⟧件（19.6%）。',
    cells: {
      'new/total': 859,
      'new/natural': 859,
      'total/total': 805,
      'granted/total': 259,
      'withheld.1/total': 35,
      'unprocessed.1/total': 158,
    },
    wrong: [
      '（二）依申请公开。受理申请859件，答复805件。予以公开259件，占⟦23.2⟧%；不予公开35件，占4.34%；不予处理158件（19.6%）。',
      '（二）依申请公开。受理申请859件，答复805件。予以公开259件，占32.2%；不予公开⟦36⟧件，占4.34%；不予处理158件（19.6%）。',
      '（二）依申请公开。受理申请859件，答复⟦905⟧件。予以公开259件，占32.2%；不予公开35件，占4.34%；不予处理158件（19.6%）。',
    ],
  },
  {
    of: 5,
    about: 'all upheld, all closed',
    text: '（二）依申请公开。信息公开类行政复议⟦7⟧件，行政诉讼⟦9⟧件，均获维持。',
    cells: { 'review.upheld': 7, 'review.total': 7, 'direct.upheld': 9, 'direct.total': 9 },
    wrong: ['（二）依申请公开。信息公开类行政复议7件，行政诉讼9件，均获⟦纠正⟧。'],
  },
  {
    of: 5,
    about: 'closed, where none is pending',
    text: '（二）依申请公开。信息公开引发行政复议⟦3⟧件，均已审结；行政诉讼⟦2⟧件，已全部结案。',
    cells: { 'review.upheld': 3, 'review.total': 3, 'direct.other': 2, 'direct.total': 2 },
  },
  {
    of: 5,
    about: 'none corrected, none lost',
    text: '（二）依申请公开。全年未发生因依申请公开被行政复议纠错或行政诉讼败诉情形。信息公开行政复议⟦2⟧件。',
    cells: { 'review.upheld': 2, 'review.total': 2 },
  },
  {
    of: 6,
    about: 'all done in other words; those carried in are none that are left',
    text: '（二）依申请公开。收到申请⟦34⟧件，上年结转⟦2⟧件，所有申请均已按要求办理完成。',
    cells: { 'new/total': 34, 'carriedIn/total': 2, 'total/total': 36 },
  },
  {
    of: 7,
    about: 'no request in other words',
    text: '（二）依申请公开。全年暂未接到群众对依申请公开信息申请，未收到公民提出的公开政府信息申请。',
  },
  {
    of: 8,
    about: 'documents that were published, one verb for two kinds of them',
    text: '（一）主动公开。全年主动公开规章⟦2⟧件、行政规范性文件⟦34⟧件。',
    cells: { 'regulation/made': 2, 'normative/made': 34 },
  },
  {
    of: 9,
    about: 'parts, aspects and tasks that are no cases; plans',
    text: '（二）依申请公开。本报告由申请公开、行政复议、行政诉讼等6个部分组成，从3个方面改进，落实2项制度。计划制发行政规范性文件5件，预计收到政府信息公开申请30件。',
  },
  {
    of: 10,
    about: 'numbered items below 依申请公开',
    text: '（二）依申请公开办理情况\n\n1.受理的数量：2024年度共受理⟦2⟧件依申请公开信息，方式为信函。\n\n2.办理情况：⟦2⟧件均已答复，其中同意公开信息数⟦2⟧件。',
    cells: { 'new/total': 2, 'granted/total': 2, 'total/total': 2 },
  },
];
