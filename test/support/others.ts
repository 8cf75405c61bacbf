/** Documents that are about reports, or like them, and are none; all invented. */
export const otherDocuments: readonly { readonly name: string; readonly text: string }[] = [
  { name: 'an empty text', text: '' },
  { name: 'blank lines', text: '\n\n  \t\n　\n' },
  {
    name: 'a guide to information disclosure',
    text: `青岚市人民政府办公室政府信息公开指南

为便于公民、法人和其他组织获取政府信息，根据《中华人民共和国政府信息公开条例》，编制本指南。

一、公开范围

本机关主动公开机构职能、规范性文件、财政预决算等信息，详见政府信息公开目录。

二、公开形式

（一）主动公开
门户网站、政府公报、新闻发布会。
（二）依申请公开
申请人可当面提交，也可通过信函提出。

三、收到和处理申请的时限

收到申请之日起20个工作日内答复；需要延长的，最长不超过20个工作日。

四、监督和救济

公民认为本机关不依法履行政府信息公开义务的，可以申请行政复议或者提起行政诉讼。

五、其他事项

政府信息公开工作年度报告每年1月31日前公布。
`,
  },
  {
    name: 'a news article about a report',
    text: `云溪县发布2023年政府信息公开工作年度报告

本报讯 1月25日，云溪县人民政府公布2023年政府信息公开工作年度报告。报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。

报告显示，全年新收政府信息公开申请97件，其中自然人92件；办结95件，予以公开44件，结转下年度继续办理7件。

记者了解到，该县还将开通在线申请平台。
`,
  },
  {
    name: 'a notice that asks for reports',
    text: `关于做好2024年政府信息公开工作年度报告编制发布工作的通知

各科室、各下属单位：

现就编制2024年度报告有关事项通知如下。

一、编制要求

按照国办公开办函〔2021〕30号文件规定的格式编制。

二、报送时间

1月15日前报送初稿，1月31日前向社会公布。

三、联系方式

联系人：李某某，电话：0000-7654321。
`,
  },
  {
    name: 'a work summary',
    text: `青岚市教育局2023年工作总结

一、总体情况

全年新建学校6所，新增学位8200个。

二、主要做法

狠抓教学质量，组织教研活动120场。

三、存在的问题

师资结构有待优化。

四、下一步打算

加快推进集团化办学。
`,
  },
  {
    name: 'a budget table',
    text: '2023年部门预算公开表\n\n项目\t本年数\t上年数\n其他\t12\t10\n总计\t112\t110\n\n说明：单位为万元。\n',
  },
  {
    name: 'a Markdown note on the tables',
    text: '# 填表说明\n\n- `规章`：部门规章和地方政府规章\n- `行政许可`：本年处理决定数量\n- `总计`：各项之和\n\n| 列 | 含义 |\n| --- | --- |\n| 自然人 | 个人 |\n| 总计 | 合计 |\n',
  },
  {
    name: 'JSON',
    text: '{ "title": "政府信息公开工作年度报告", "sections": ["一、总体情况", "二、主动公开政府信息情况"], "rows": { "规章": [0, 0, 0] } }\n',
  },
  {
    name: 'English prose',
    text: 'The annual report on open government information has six sections. Section 3 counts requests: 97 new, 95 closed.\n',
  },
  {
    name: 'a page of HTML without a report',
    text: '<!DOCTYPE html><html><head><title>年报</title></head><body><table><tr><td>其他</td><td>总计</td></tr></table></body></html>',
  },
];
