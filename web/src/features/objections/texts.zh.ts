export default {
  title: '客户异议',
  one: '客户对答复的异议',
  view: { label: '视图', waiting: '待签收', acknowledged: '已签收', all: '全部' },
  field: {
    number: '投诉编号', reason: '客户不同意什么', state: '状态', made_at: '提出时间', waited: '已等候', unit_id: '作出答复的单位', superior_id: '上级单位', acknowledged_by: '签收', note: '说明', proof: '提出方式',
  },
  state: { waiting: '待签收', acknowledged: '已签收' },
  proof: { signed_paper: '签字的书面材料', recorded_call: '电话录音', written_message: '书面信息', sms_code: '网上提出，短信验证码' },
  days: '今天 | {days} 天 | {days} 天',
  none: { waiting: '没有待签收的异议', acknowledged: '没有已签收的异议', all: '没有异议' },
  none_why: '客户不同意下级单位的答复、在答复后三十天内提出异议的，会送到上级单位，出现在这里。',
  open_case: '打开投诉 {number}',
  happens: '签收后，客户在进度页看到“上一级单位已收到您的异议，正在处理”；记入办理经过。',
  acknowledge: '签收异议',
}
