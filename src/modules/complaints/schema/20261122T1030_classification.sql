-- What classifications are called becomes their code; kinds of intake, customers, special groups, repeats, and what is
-- read only with the case. The names are those that shipped or that registers write.
-- table complaint_details: domain
ALTER TABLE complaints ADD COLUMN kind text NOT NULL DEFAULT 'complaint';
ALTER TABLE complaints ADD COLUMN customer_kind text;
ALTER TABLE complaints ADD COLUMN product text;
ALTER TABLE complaints ADD COLUMN region text;
ALTER TABLE complaints ADD COLUMN customer_groups text;
ALTER TABLE complaints ADD COLUMN repeats_id bigint;
ALTER TABLE complaints ADD COLUMN unknown_codes text;
ALTER TABLE complainants ADD COLUMN credit_code text;
ALTER TABLE complainants ADD COLUMN credit_code_index text;
CREATE INDEX complainants_by_credit_code ON complainants (credit_code_index)
  WHERE credit_code_index IS NOT NULL;
CREATE TABLE complaint_details (
  id bigint PRIMARY KEY,
  key_id bigint NOT NULL,
  rights text,
  claim_kinds text,
  amount_fen bigint,
  agent_relation text,
  agent_name text,
  agent_phone text,
  agent_identity_number text,
  agent_proof text,
  method text,
  result text,
  version bigint NOT NULL
);
UPDATE complaints SET
  source = CASE
    WHEN source IN ('自收', '客服系统', '电话投诉-客服系统接入', '总分支行现场投诉', '信用卡投诉') THEN 'own'
    WHEN source IN ('监管转办', '监管转送') THEN 'regulator_referral'
    WHEN source IN ('金融监管总局转办', '银保监会系统转来投诉', '12378转办', '总局转办', '监管转办-金融监管总局转办') THEN 'nfra_referral'
    WHEN source IN ('人民银行转办', '人行转办', '人行系统转来投诉', '12363转办', '监管转办-人民银行转办') THEN 'pboc_referral'
    WHEN source IN ('信访', '国家信访系统转来投诉') THEN 'petition'
    WHEN source IN ('政务热线', '12345转办') THEN 'government_hotline'
    WHEN source IN ('媒体', '舆情') THEN 'media'
    WHEN source = '第三方投诉平台' THEN 'platform'
    WHEN source = '法院或调解组织转来' THEN 'court_or_mediation'
    WHEN source = '合作机构转来' THEN 'cooperating_institution'
    WHEN source = '领导信箱' THEN 'leadership'
    WHEN source = '员工代为登记' THEN 'employee'
    WHEN source IN ('其他来源', '其他（邮箱、信件等）') THEN 'other_source'
    ELSE source END,
  intake_channel = CASE
    WHEN intake_channel IN ('网点', '柜面', '营业网点', '现场') THEN 'counter'
    WHEN intake_channel IN ('网点意见簿', '意见簿', '网点-网点意见簿') THEN 'suggestion_book'
    WHEN intake_channel = '来访' THEN 'visit'
    WHEN intake_channel IN ('客服热线', '电话', '客服电话') THEN 'hotline'
    WHEN intake_channel = '在线客服' THEN 'online_service'
    WHEN intake_channel IN ('手机银行', '手机银行APP') THEN 'mobile_app'
    WHEN intake_channel IN ('微信', '微信公众号') THEN 'wechat'
    WHEN intake_channel IN ('官方网站', '网站') THEN 'web_portal'
    WHEN intake_channel IN ('电子邮件', '邮箱', '邮件') THEN 'e_mail'
    WHEN intake_channel IN ('信函', '来信', '信件') THEN 'letter'
    WHEN intake_channel IN ('信函信访', '信函-信函信访') THEN 'petition_letter'
    WHEN intake_channel = '传真' THEN 'fax'
    WHEN intake_channel IN ('监管转办', '监管部门') THEN 'regulator'
    WHEN intake_channel IN ('12378', '银行保险消费者投诉维权热线', '监管转办-12378') THEN 'hotline_12378'
    WHEN intake_channel IN ('12363', '金融消费权益保护咨询投诉电话', '监管转办-12363') THEN 'hotline_12363'
    WHEN intake_channel IN ('12345', '12345热线', '政务热线') THEN 'hotline_12345'
    WHEN intake_channel IN ('信访', '信访部门') THEN 'petition_office'
    WHEN intake_channel = '法院或调解组织' THEN 'mediation'
    WHEN intake_channel = '第三方投诉平台' THEN 'platform'
    WHEN intake_channel = '媒体' THEN 'media'
    WHEN intake_channel = '合作机构' THEN 'cooperating_institution'
    WHEN intake_channel = '领导信箱' THEN 'leadership'
    WHEN intake_channel = '员工代为登记' THEN 'employee'
    WHEN intake_channel = '其他渠道' THEN 'other_intake_channel'
    ELSE intake_channel END,
  business_channel = CASE
    WHEN business_channel = '前台业务渠道' THEN 'front'
    WHEN business_channel IN ('营业现场', '网点柜面', '前台业务渠道-营业现场') THEN 'counter'
    WHEN business_channel IN ('自助机具', '自助设备', '前台业务渠道-自助机具') THEN 'self_service'
    WHEN business_channel IN ('电子渠道', '前台业务渠道-电子渠道') THEN 'electronic'
    WHEN business_channel IN ('网银', '网上银行', '前台业务渠道-电子渠道-网银') THEN 'online_banking'
    WHEN business_channel IN ('电话', '电话银行', '前台业务渠道-电子渠道-电话') THEN 'telephone_banking'
    WHEN business_channel IN ('移动客户端', '手机银行', '前台业务渠道-电子渠道-移动客户端') THEN 'mobile_app'
    WHEN business_channel IN ('网络公众平台', '微信银行', '前台业务渠道-电子渠道-网络公众平台') THEN 'public_platform'
    WHEN business_channel IN ('短信', '前台业务渠道-电子渠道-短信') THEN 'sms'
    WHEN business_channel IN ('第三方渠道', '前台业务渠道-第三方渠道') THEN 'third_party'
    WHEN business_channel IN ('中、后台业务渠道', '中后台业务渠道') THEN 'back'
    WHEN business_channel = '前台业务渠道-电子渠道-其他' THEN 'other_electronic'
    WHEN business_channel = '前台业务渠道-其他' THEN 'other_front'
    ELSE business_channel END,
  business = CASE
    WHEN business = '人民币储蓄' THEN 'savings'
    WHEN business = '银行卡' THEN 'bank_card'
    WHEN business IN ('借记卡', '银行卡-借记卡') THEN 'debit_card'
    WHEN business IN ('借记卡使用', '银行卡-借记卡-使用') THEN 'debit_card_use'
    WHEN business IN ('借记卡账户管理', '银行卡-借记卡-账户管理') THEN 'debit_card_account'
    WHEN business IN ('借记卡市场活动及增值服务', '银行卡-借记卡-市场活动及增值服务') THEN 'debit_card_marketing'
    WHEN business IN ('借记卡盗刷', '银行卡-借记卡-盗刷') THEN 'debit_card_fraud'
    WHEN business IN ('信用卡', '银行卡-信用卡') THEN 'credit_card'
    WHEN business IN ('申请审批', '银行卡-信用卡-申请审批') THEN 'credit_card_application'
    WHEN business IN ('还款', '还款分期', '银行卡-信用卡-还款') THEN 'credit_card_repayment'
    WHEN business IN ('息费', '银行卡-信用卡-息费') THEN 'credit_card_fees'
    WHEN business = '贷款' THEN 'loan'
    WHEN business IN ('个人住房贷款', '贷款-个人住房贷款') THEN 'mortgage'
    WHEN business IN ('个人消费贷款', '贷款-个人消费贷款') THEN 'consumer_loan'
    WHEN business IN ('个人经营性贷款', '贷款-个人经营性贷款') THEN 'business_loan'
    WHEN business IN ('助学贷款', '贷款-助学贷款') THEN 'student_loan'
    WHEN business IN ('农户贷款', '贷款-农户贷款') THEN 'rural_loan'
    WHEN business = '自营理财' THEN 'wealth'
    WHEN business = '支付结算' THEN 'payment'
    WHEN business IN ('资金汇划', '支付结算-资金汇划') THEN 'transfer'
    WHEN business IN ('票据', '支付结算-票据') THEN 'bill'
    WHEN business IN ('电子支付', '支付结算-电子支付') THEN 'e_payment'
    WHEN business IN ('非银行支付机构网络支付', '支付结算-非银行支付机构网络支付') THEN 'non_bank_payment'
    WHEN business IN ('汇兑业务', '支付结算-汇兑业务') THEN 'exchange_business'
    WHEN business IN ('对公账户', '支付结算-对公账户') THEN 'corporate_account'
    WHEN business IN ('银行卡收单', '支付结算-银行卡收单') THEN 'acquiring'
    WHEN business = '人民币管理' THEN 'currency'
    WHEN business IN ('假币', '人民币管理-假币') THEN 'counterfeit'
    WHEN business IN ('残损币', '人民币管理-残损币') THEN 'damaged_notes'
    WHEN business IN ('兑换', '人民币管理-兑换') THEN 'cash_exchange'
    WHEN business IN ('拒收现金', '人民币管理-拒收现金') THEN 'cash_refused'
    WHEN business IN ('银行代理业务', '银行代理') THEN 'agency'
    WHEN business IN ('代销保险', '银行代理业务-代销保险') THEN 'insurance_sold'
    WHEN business IN ('代销基金', '银行代理业务-代销基金') THEN 'fund_sold'
    WHEN business IN ('代销信托', '银行代理业务-代销信托') THEN 'trust_sold'
    WHEN business IN ('代销理财', '银行代理业务-代销理财') THEN 'wealth_sold'
    WHEN business IN ('代销国债', '银行代理业务-代销国债') THEN 'bonds_sold'
    WHEN business IN ('代收付', '银行代理业务-代收付') THEN 'collections'
    WHEN business = '外汇' THEN 'foreign_exchange'
    WHEN business = '贵金属' THEN 'precious_metal'
    WHEN business = '国库' THEN 'treasury'
    WHEN business = '个人金融信息' THEN 'personal_data'
    WHEN business IN ('信息泄露', '个人金融信息-信息泄露') THEN 'data_leak'
    WHEN business IN ('征信', '征信异议', '个人金融信息-征信') THEN 'credit_record'
    WHEN business IN ('过度收集', '个人金融信息-过度收集') THEN 'over_collection'
    WHEN business IN ('信息滥用', '个人金融信息-信息滥用') THEN 'data_misuse'
    WHEN business = '其他中间业务' THEN 'other_intermediary'
    WHEN business = '债务催收' THEN 'debt_collection'
    WHEN business = '银行卡-信用卡-使用' THEN 'credit_card_use'
    WHEN business = '银行卡-信用卡-账户管理' THEN 'credit_card_account'
    WHEN business = '银行卡-信用卡-盗刷' THEN 'credit_card_fraud'
    WHEN business = '银行卡-信用卡-市场活动及增值服务' THEN 'credit_card_marketing'
    WHEN business = '贷款-其他' THEN 'other_loan'
    WHEN business = '支付结算-其他' THEN 'other_payment'
    WHEN business = '其他' THEN 'other_business'
    ELSE business END,
  cause = CASE
    WHEN cause = '服务态度及服务质量' THEN 'service'
    WHEN cause IN ('等候时间', '服务态度及服务质量-等候时间') THEN 'waiting'
    WHEN cause IN ('服务态度', '服务态度及服务质量-服务态度') THEN 'attitude'
    WHEN cause IN ('柜面差错', '业务差错', '服务态度及服务质量-柜面差错') THEN 'counter_error'
    WHEN cause IN ('网点环境', '服务态度及服务质量-网点环境') THEN 'environment'
    WHEN cause IN ('秩序', '服务态度及服务质量-秩序') THEN 'order'
    WHEN cause IN ('解释不清', '服务态度及服务质量-解释不清') THEN 'unclear_explanation'
    WHEN cause IN ('未一次性告知', '服务态度及服务质量-未一次性告知') THEN 'not_told_once'
    WHEN cause IN ('推诿或无人接听', '服务态度及服务质量-推诿或无人接听') THEN 'no_answer'
    WHEN cause = '金融机构服务设施、设备、业务系统' THEN 'systems'
    WHEN cause IN ('自助设备故障', '金融机构服务设施、设备、业务系统-自助设备故障') THEN 'machine_fault'
    WHEN cause IN ('电子渠道故障', '金融机构服务设施、设备、业务系统-电子渠道故障') THEN 'app_fault'
    WHEN cause IN ('系统繁忙或缓慢', '金融机构服务设施、设备、业务系统-系统繁忙或缓慢') THEN 'slow_system'
    WHEN cause IN ('服务设施不足', '金融机构服务设施、设备、业务系统-服务设施不足') THEN 'facility'
    WHEN cause = '金融机构管理制度、业务规则与流程' THEN 'process'
    WHEN cause IN ('账户管控', '金融机构管理制度、业务规则与流程-账户管控') THEN 'account_control'
    WHEN cause IN ('办理超时', '金融机构管理制度、业务规则与流程-办理超时') THEN 'slow_process'
    WHEN cause IN ('材料要求', '金融机构管理制度、业务规则与流程-材料要求') THEN 'documents'
    WHEN cause IN ('审批不通过', '金融机构管理制度、业务规则与流程-审批不通过') THEN 'approval'
    WHEN cause IN ('数据或记录差错', '金融机构管理制度、业务规则与流程-数据或记录差错') THEN 'data_error'
    WHEN cause = '营销方式和手段' THEN 'marketing'
    WHEN cause IN ('误导销售', '营销方式和手段-误导销售') THEN 'misleading_sale'
    WHEN cause IN ('营销扰民', '营销方式和手段-营销扰民') THEN 'unwanted_calls'
    WHEN cause IN ('不适当销售', '营销方式和手段-不适当销售') THEN 'unsuitable_sale'
    WHEN cause = '信息披露' THEN 'disclosure'
    WHEN cause IN ('收费未告知', '信息披露-收费未告知') THEN 'fees_not_told'
    WHEN cause IN ('风险未提示', '信息披露-风险未提示') THEN 'risk_not_told'
    WHEN cause IN ('变更未告知', '信息披露-变更未告知') THEN 'change_not_told'
    WHEN cause = '自主选择权' THEN 'choice'
    WHEN cause IN ('捆绑搭售', '自主选择权-捆绑搭售') THEN 'tying'
    WHEN cause IN ('默认勾选或强制授权', '自主选择权-默认勾选或强制授权') THEN 'default_consent'
    WHEN cause = '定价收费' THEN 'pricing'
    WHEN cause IN ('年费管理费', '定价收费-年费管理费') THEN 'annual_fee'
    WHEN cause IN ('利息计算', '定价收费-利息计算') THEN 'interest'
    WHEN cause IN ('违约金', '定价收费-违约金') THEN 'penalty'
    WHEN cause = '产品收益' THEN 'yield'
    WHEN cause = '合同条款' THEN 'contract_terms'
    WHEN cause = '消费者资金安全' THEN 'funds_safety'
    WHEN cause IN ('盗刷', '消费者资金安全-盗刷') THEN 'card_fraud'
    WHEN cause IN ('被骗汇款', '消费者资金安全-被骗汇款') THEN 'fraud_loss'
    WHEN cause = '消费者信息安全' THEN 'data_safety'
    WHEN cause IN ('信息泄露', '消费者信息安全-信息泄露') THEN 'data_leaked'
    WHEN cause IN ('过度收集', '消费者信息安全-过度收集') THEN 'data_overcollected'
    WHEN cause = '债务催收方式和手段' THEN 'collection'
    WHEN cause IN ('联系第三人', '债务催收方式和手段-联系第三人') THEN 'third_party_contact'
    WHEN cause IN ('频繁催收', '债务催收方式和手段-频繁催收') THEN 'collection_frequency'
    WHEN cause IN ('言语不当', '债务催收方式和手段-言语不当') THEN 'collection_words'
    WHEN cause = '其他' THEN 'other_cause'
    ELSE cause END;
UPDATE routing_rules SET
  source = CASE
    WHEN source IN ('自收', '客服系统', '电话投诉-客服系统接入', '总分支行现场投诉', '信用卡投诉') THEN 'own'
    WHEN source IN ('监管转办', '监管转送') THEN 'regulator_referral'
    WHEN source IN ('金融监管总局转办', '银保监会系统转来投诉', '12378转办', '总局转办', '监管转办-金融监管总局转办') THEN 'nfra_referral'
    WHEN source IN ('人民银行转办', '人行转办', '人行系统转来投诉', '12363转办', '监管转办-人民银行转办') THEN 'pboc_referral'
    WHEN source IN ('信访', '国家信访系统转来投诉') THEN 'petition'
    WHEN source IN ('政务热线', '12345转办') THEN 'government_hotline'
    WHEN source IN ('媒体', '舆情') THEN 'media'
    WHEN source = '第三方投诉平台' THEN 'platform'
    WHEN source = '法院或调解组织转来' THEN 'court_or_mediation'
    WHEN source = '合作机构转来' THEN 'cooperating_institution'
    WHEN source = '领导信箱' THEN 'leadership'
    WHEN source = '员工代为登记' THEN 'employee'
    WHEN source IN ('其他来源', '其他（邮箱、信件等）') THEN 'other_source'
    ELSE source END,
  intake_channel = CASE
    WHEN intake_channel IN ('网点', '柜面', '营业网点', '现场') THEN 'counter'
    WHEN intake_channel IN ('网点意见簿', '意见簿', '网点-网点意见簿') THEN 'suggestion_book'
    WHEN intake_channel = '来访' THEN 'visit'
    WHEN intake_channel IN ('客服热线', '电话', '客服电话') THEN 'hotline'
    WHEN intake_channel = '在线客服' THEN 'online_service'
    WHEN intake_channel IN ('手机银行', '手机银行APP') THEN 'mobile_app'
    WHEN intake_channel IN ('微信', '微信公众号') THEN 'wechat'
    WHEN intake_channel IN ('官方网站', '网站') THEN 'web_portal'
    WHEN intake_channel IN ('电子邮件', '邮箱', '邮件') THEN 'e_mail'
    WHEN intake_channel IN ('信函', '来信', '信件') THEN 'letter'
    WHEN intake_channel IN ('信函信访', '信函-信函信访') THEN 'petition_letter'
    WHEN intake_channel = '传真' THEN 'fax'
    WHEN intake_channel IN ('监管转办', '监管部门') THEN 'regulator'
    WHEN intake_channel IN ('12378', '银行保险消费者投诉维权热线', '监管转办-12378') THEN 'hotline_12378'
    WHEN intake_channel IN ('12363', '金融消费权益保护咨询投诉电话', '监管转办-12363') THEN 'hotline_12363'
    WHEN intake_channel IN ('12345', '12345热线', '政务热线') THEN 'hotline_12345'
    WHEN intake_channel IN ('信访', '信访部门') THEN 'petition_office'
    WHEN intake_channel = '法院或调解组织' THEN 'mediation'
    WHEN intake_channel = '第三方投诉平台' THEN 'platform'
    WHEN intake_channel = '媒体' THEN 'media'
    WHEN intake_channel = '合作机构' THEN 'cooperating_institution'
    WHEN intake_channel = '领导信箱' THEN 'leadership'
    WHEN intake_channel = '员工代为登记' THEN 'employee'
    WHEN intake_channel = '其他渠道' THEN 'other_intake_channel'
    ELSE intake_channel END,
  business_channel = CASE
    WHEN business_channel = '前台业务渠道' THEN 'front'
    WHEN business_channel IN ('营业现场', '网点柜面', '前台业务渠道-营业现场') THEN 'counter'
    WHEN business_channel IN ('自助机具', '自助设备', '前台业务渠道-自助机具') THEN 'self_service'
    WHEN business_channel IN ('电子渠道', '前台业务渠道-电子渠道') THEN 'electronic'
    WHEN business_channel IN ('网银', '网上银行', '前台业务渠道-电子渠道-网银') THEN 'online_banking'
    WHEN business_channel IN ('电话', '电话银行', '前台业务渠道-电子渠道-电话') THEN 'telephone_banking'
    WHEN business_channel IN ('移动客户端', '手机银行', '前台业务渠道-电子渠道-移动客户端') THEN 'mobile_app'
    WHEN business_channel IN ('网络公众平台', '微信银行', '前台业务渠道-电子渠道-网络公众平台') THEN 'public_platform'
    WHEN business_channel IN ('短信', '前台业务渠道-电子渠道-短信') THEN 'sms'
    WHEN business_channel IN ('第三方渠道', '前台业务渠道-第三方渠道') THEN 'third_party'
    WHEN business_channel IN ('中、后台业务渠道', '中后台业务渠道') THEN 'back'
    WHEN business_channel = '前台业务渠道-电子渠道-其他' THEN 'other_electronic'
    WHEN business_channel = '前台业务渠道-其他' THEN 'other_front'
    ELSE business_channel END,
  business = CASE
    WHEN business = '人民币储蓄' THEN 'savings'
    WHEN business = '银行卡' THEN 'bank_card'
    WHEN business IN ('借记卡', '银行卡-借记卡') THEN 'debit_card'
    WHEN business IN ('借记卡使用', '银行卡-借记卡-使用') THEN 'debit_card_use'
    WHEN business IN ('借记卡账户管理', '银行卡-借记卡-账户管理') THEN 'debit_card_account'
    WHEN business IN ('借记卡市场活动及增值服务', '银行卡-借记卡-市场活动及增值服务') THEN 'debit_card_marketing'
    WHEN business IN ('借记卡盗刷', '银行卡-借记卡-盗刷') THEN 'debit_card_fraud'
    WHEN business IN ('信用卡', '银行卡-信用卡') THEN 'credit_card'
    WHEN business IN ('申请审批', '银行卡-信用卡-申请审批') THEN 'credit_card_application'
    WHEN business IN ('还款', '还款分期', '银行卡-信用卡-还款') THEN 'credit_card_repayment'
    WHEN business IN ('息费', '银行卡-信用卡-息费') THEN 'credit_card_fees'
    WHEN business = '贷款' THEN 'loan'
    WHEN business IN ('个人住房贷款', '贷款-个人住房贷款') THEN 'mortgage'
    WHEN business IN ('个人消费贷款', '贷款-个人消费贷款') THEN 'consumer_loan'
    WHEN business IN ('个人经营性贷款', '贷款-个人经营性贷款') THEN 'business_loan'
    WHEN business IN ('助学贷款', '贷款-助学贷款') THEN 'student_loan'
    WHEN business IN ('农户贷款', '贷款-农户贷款') THEN 'rural_loan'
    WHEN business = '自营理财' THEN 'wealth'
    WHEN business = '支付结算' THEN 'payment'
    WHEN business IN ('资金汇划', '支付结算-资金汇划') THEN 'transfer'
    WHEN business IN ('票据', '支付结算-票据') THEN 'bill'
    WHEN business IN ('电子支付', '支付结算-电子支付') THEN 'e_payment'
    WHEN business IN ('非银行支付机构网络支付', '支付结算-非银行支付机构网络支付') THEN 'non_bank_payment'
    WHEN business IN ('汇兑业务', '支付结算-汇兑业务') THEN 'exchange_business'
    WHEN business IN ('对公账户', '支付结算-对公账户') THEN 'corporate_account'
    WHEN business IN ('银行卡收单', '支付结算-银行卡收单') THEN 'acquiring'
    WHEN business = '人民币管理' THEN 'currency'
    WHEN business IN ('假币', '人民币管理-假币') THEN 'counterfeit'
    WHEN business IN ('残损币', '人民币管理-残损币') THEN 'damaged_notes'
    WHEN business IN ('兑换', '人民币管理-兑换') THEN 'cash_exchange'
    WHEN business IN ('拒收现金', '人民币管理-拒收现金') THEN 'cash_refused'
    WHEN business IN ('银行代理业务', '银行代理') THEN 'agency'
    WHEN business IN ('代销保险', '银行代理业务-代销保险') THEN 'insurance_sold'
    WHEN business IN ('代销基金', '银行代理业务-代销基金') THEN 'fund_sold'
    WHEN business IN ('代销信托', '银行代理业务-代销信托') THEN 'trust_sold'
    WHEN business IN ('代销理财', '银行代理业务-代销理财') THEN 'wealth_sold'
    WHEN business IN ('代销国债', '银行代理业务-代销国债') THEN 'bonds_sold'
    WHEN business IN ('代收付', '银行代理业务-代收付') THEN 'collections'
    WHEN business = '外汇' THEN 'foreign_exchange'
    WHEN business = '贵金属' THEN 'precious_metal'
    WHEN business = '国库' THEN 'treasury'
    WHEN business = '个人金融信息' THEN 'personal_data'
    WHEN business IN ('信息泄露', '个人金融信息-信息泄露') THEN 'data_leak'
    WHEN business IN ('征信', '征信异议', '个人金融信息-征信') THEN 'credit_record'
    WHEN business IN ('过度收集', '个人金融信息-过度收集') THEN 'over_collection'
    WHEN business IN ('信息滥用', '个人金融信息-信息滥用') THEN 'data_misuse'
    WHEN business = '其他中间业务' THEN 'other_intermediary'
    WHEN business = '债务催收' THEN 'debt_collection'
    WHEN business = '银行卡-信用卡-使用' THEN 'credit_card_use'
    WHEN business = '银行卡-信用卡-账户管理' THEN 'credit_card_account'
    WHEN business = '银行卡-信用卡-盗刷' THEN 'credit_card_fraud'
    WHEN business = '银行卡-信用卡-市场活动及增值服务' THEN 'credit_card_marketing'
    WHEN business = '贷款-其他' THEN 'other_loan'
    WHEN business = '支付结算-其他' THEN 'other_payment'
    WHEN business = '其他' THEN 'other_business'
    ELSE business END,
  cause = CASE
    WHEN cause = '服务态度及服务质量' THEN 'service'
    WHEN cause IN ('等候时间', '服务态度及服务质量-等候时间') THEN 'waiting'
    WHEN cause IN ('服务态度', '服务态度及服务质量-服务态度') THEN 'attitude'
    WHEN cause IN ('柜面差错', '业务差错', '服务态度及服务质量-柜面差错') THEN 'counter_error'
    WHEN cause IN ('网点环境', '服务态度及服务质量-网点环境') THEN 'environment'
    WHEN cause IN ('秩序', '服务态度及服务质量-秩序') THEN 'order'
    WHEN cause IN ('解释不清', '服务态度及服务质量-解释不清') THEN 'unclear_explanation'
    WHEN cause IN ('未一次性告知', '服务态度及服务质量-未一次性告知') THEN 'not_told_once'
    WHEN cause IN ('推诿或无人接听', '服务态度及服务质量-推诿或无人接听') THEN 'no_answer'
    WHEN cause = '金融机构服务设施、设备、业务系统' THEN 'systems'
    WHEN cause IN ('自助设备故障', '金融机构服务设施、设备、业务系统-自助设备故障') THEN 'machine_fault'
    WHEN cause IN ('电子渠道故障', '金融机构服务设施、设备、业务系统-电子渠道故障') THEN 'app_fault'
    WHEN cause IN ('系统繁忙或缓慢', '金融机构服务设施、设备、业务系统-系统繁忙或缓慢') THEN 'slow_system'
    WHEN cause IN ('服务设施不足', '金融机构服务设施、设备、业务系统-服务设施不足') THEN 'facility'
    WHEN cause = '金融机构管理制度、业务规则与流程' THEN 'process'
    WHEN cause IN ('账户管控', '金融机构管理制度、业务规则与流程-账户管控') THEN 'account_control'
    WHEN cause IN ('办理超时', '金融机构管理制度、业务规则与流程-办理超时') THEN 'slow_process'
    WHEN cause IN ('材料要求', '金融机构管理制度、业务规则与流程-材料要求') THEN 'documents'
    WHEN cause IN ('审批不通过', '金融机构管理制度、业务规则与流程-审批不通过') THEN 'approval'
    WHEN cause IN ('数据或记录差错', '金融机构管理制度、业务规则与流程-数据或记录差错') THEN 'data_error'
    WHEN cause = '营销方式和手段' THEN 'marketing'
    WHEN cause IN ('误导销售', '营销方式和手段-误导销售') THEN 'misleading_sale'
    WHEN cause IN ('营销扰民', '营销方式和手段-营销扰民') THEN 'unwanted_calls'
    WHEN cause IN ('不适当销售', '营销方式和手段-不适当销售') THEN 'unsuitable_sale'
    WHEN cause = '信息披露' THEN 'disclosure'
    WHEN cause IN ('收费未告知', '信息披露-收费未告知') THEN 'fees_not_told'
    WHEN cause IN ('风险未提示', '信息披露-风险未提示') THEN 'risk_not_told'
    WHEN cause IN ('变更未告知', '信息披露-变更未告知') THEN 'change_not_told'
    WHEN cause = '自主选择权' THEN 'choice'
    WHEN cause IN ('捆绑搭售', '自主选择权-捆绑搭售') THEN 'tying'
    WHEN cause IN ('默认勾选或强制授权', '自主选择权-默认勾选或强制授权') THEN 'default_consent'
    WHEN cause = '定价收费' THEN 'pricing'
    WHEN cause IN ('年费管理费', '定价收费-年费管理费') THEN 'annual_fee'
    WHEN cause IN ('利息计算', '定价收费-利息计算') THEN 'interest'
    WHEN cause IN ('违约金', '定价收费-违约金') THEN 'penalty'
    WHEN cause = '产品收益' THEN 'yield'
    WHEN cause = '合同条款' THEN 'contract_terms'
    WHEN cause = '消费者资金安全' THEN 'funds_safety'
    WHEN cause IN ('盗刷', '消费者资金安全-盗刷') THEN 'card_fraud'
    WHEN cause IN ('被骗汇款', '消费者资金安全-被骗汇款') THEN 'fraud_loss'
    WHEN cause = '消费者信息安全' THEN 'data_safety'
    WHEN cause IN ('信息泄露', '消费者信息安全-信息泄露') THEN 'data_leaked'
    WHEN cause IN ('过度收集', '消费者信息安全-过度收集') THEN 'data_overcollected'
    WHEN cause = '债务催收方式和手段' THEN 'collection'
    WHEN cause IN ('联系第三人', '债务催收方式和手段-联系第三人') THEN 'third_party_contact'
    WHEN cause IN ('频繁催收', '债务催收方式和手段-频繁催收') THEN 'collection_frequency'
    WHEN cause IN ('言语不当', '债务催收方式和手段-言语不当') THEN 'collection_words'
    WHEN cause = '其他' THEN 'other_cause'
    ELSE cause END;
UPDATE complaints SET unknown_codes = NULLIF(',' ||
    CASE WHEN source IS NULL OR source IN (
      'own', 'regulator_referral', 'nfra_referral', 'pboc_referral', 'petition', 'government_hotline',
      'media', 'platform', 'court_or_mediation', 'cooperating_institution', 'leadership', 'employee',
      'other_source') THEN '' ELSE 'source,' END ||
    CASE WHEN intake_channel IS NULL OR intake_channel IN (
      'counter', 'suggestion_book', 'visit', 'hotline', 'online_service', 'mobile_app', 'wechat',
      'web_portal', 'e_mail', 'letter', 'petition_letter', 'fax', 'regulator', 'hotline_12378',
      'hotline_12363', 'hotline_12345', 'petition_office', 'mediation', 'platform', 'media',
      'cooperating_institution', 'leadership', 'employee', 'other_intake_channel') THEN '' ELSE 'intake_channel,' END ||
    CASE WHEN business_channel IS NULL OR business_channel IN (
      'front', 'counter', 'self_service', 'electronic', 'online_banking', 'telephone_banking', 'mobile_app',
      'public_platform', 'sms', 'other_electronic', 'third_party', 'other_front', 'back') THEN '' ELSE 'business_channel,' END ||
    CASE WHEN business IS NULL OR business IN (
      'savings', 'bank_card', 'debit_card', 'debit_card_use', 'debit_card_account', 'debit_card_marketing',
      'debit_card_fraud', 'credit_card', 'credit_card_application', 'credit_card_use',
      'credit_card_repayment', 'credit_card_fees', 'credit_card_account', 'credit_card_fraud',
      'credit_card_marketing', 'loan', 'mortgage', 'consumer_loan', 'business_loan', 'student_loan',
      'rural_loan', 'other_loan', 'wealth', 'payment', 'transfer', 'bill', 'e_payment', 'non_bank_payment',
      'exchange_business', 'corporate_account', 'acquiring', 'other_payment', 'currency', 'counterfeit',
      'damaged_notes', 'cash_exchange', 'cash_refused', 'agency', 'insurance_sold', 'fund_sold',
      'trust_sold', 'wealth_sold', 'bonds_sold', 'collections', 'foreign_exchange', 'precious_metal',
      'treasury', 'personal_data', 'data_leak', 'credit_record', 'over_collection', 'data_misuse',
      'other_intermediary', 'debt_collection', 'other_business') THEN '' ELSE 'business,' END ||
    CASE WHEN cause IS NULL OR cause IN (
      'service', 'waiting', 'attitude', 'counter_error', 'environment', 'order', 'unclear_explanation',
      'not_told_once', 'no_answer', 'systems', 'machine_fault', 'app_fault', 'slow_system', 'facility',
      'process', 'account_control', 'slow_process', 'documents', 'approval', 'data_error', 'marketing',
      'misleading_sale', 'unwanted_calls', 'unsuitable_sale', 'disclosure', 'fees_not_told',
      'risk_not_told', 'change_not_told', 'choice', 'tying', 'default_consent', 'pricing', 'annual_fee',
      'interest', 'penalty', 'yield', 'contract_terms', 'funds_safety', 'card_fraud', 'fraud_loss',
      'data_safety', 'data_leaked', 'data_overcollected', 'collection', 'third_party_contact',
      'collection_frequency', 'collection_words', 'other_cause') THEN '' ELSE 'cause,' END, ',');
