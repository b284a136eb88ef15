export default {
  brand: '消保工作台',
  skip: '跳到正文',
  menu: '菜单',
  modules: '功能模块',
  offline: '网络已断开，页面内容可能不是最新；恢复后自动更新。',
  search: { label: '查找投诉、转办件、机构和人员', hint: '查找投诉、转办件、机构、人员' },
  who: {
    acting_as: '当前岗位',
    for: '代 {name}：{unit} · {post}',
    sessions: '登录设备',
    password: '修改密码',
    leave: '退出登录',
  },
  help: { open: '帮助', title: '帮助', none: '本页暂无说明。按 ? 查看快捷键。' },
  proof: {
    title: '请再次验证身份',
    why: '这项操作较为重要，请再输入一次密码。',
    password: '密码',
    code: '动态口令（6位数字）',
    confirm: '验证并继续',
  },
  broken: {
    title: '本页出现故障',
    what_now: '已保存的内容不受影响。请重新载入；仍不行请告知科技部门。',
    reload: '重新载入',
  },
  not_found: {
    title: '页面不存在',
    what: '没有这个页面',
    why: '链接可能已失效，或输入有误。',
    home: '回到工作台',
  },
}
