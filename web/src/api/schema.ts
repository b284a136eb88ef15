// Written by `npm run schema` from docs/openapi.json. Not to be edited.
export interface paths {
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in
         * @description 查看当前登录用户
         */
        get: operations["session.look"];
        put?: never;
        /**
         * Sign in
         * @description 登录
         */
        post: operations["session.enter"];
        /**
         * Sign out
         * @description 退出登录
         */
        delete: operations["session.leave"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/second_factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to set a second factor
         * @description 申请设置动态口令
         */
        post: operations["session.begin_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/appointment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Act as another of one's appointments
         * @description 切换任职
         */
        post: operations["session.switch_appointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/authentication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show again who one is
         * @description 重新验证身份
         */
        post: operations["session.enter_again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change one's password
         * @description 修改密码
         */
        post: operations["session.change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/second_factor/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the second factor
         * @description 确认动态口令
         */
        post: operations["session.confirm_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List one's sessions
         * @description 查看自己的会话
         */
        get: operations["sessions.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a session of one's own
         * @description 结束自己的会话
         */
        post: operations["sessions.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List somebody's sessions
         * @description 查看他人的会话
         */
        get: operations["sessions.of_person"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/sessions/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End all sessions of somebody
         * @description 结束他人的全部会话
         */
        post: operations["sessions.end_of_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who signed in, who failed, who was put out
         * @description 登录记录
         */
        get: operations["sign_ins.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The organisation as a tree, today or on a day
         * @description 查看组织机构
         */
        get: operations["organisation.tree"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look at a unit and its history
         * @description 查看单位及其沿革
         */
        get: operations["organisation.find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a unit
         * @description 新设单位
         */
        post: operations["organisation.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/units/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a unit under another
         * @description 移动单位
         */
        post: operations["organisation.move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/units/{id}/renaming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rename a unit
         * @description 单位更名
         */
        post: operations["organisation.rename"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/units/{id}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a unit
         * @description 撤销单位
         */
        post: operations["organisation.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/jurisdictions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give jurisdiction
         * @description 设定管辖
         */
        post: operations["organisation.give_jurisdiction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/jurisdictions/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a jurisdiction
         * @description 结束管辖
         */
        post: operations["organisation.end_jurisdiction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List people
         * @description 人员列表
         */
        get: operations["people.list"];
        put?: never;
        /**
         * Add a person
         * @description 新增人员
         */
        post: operations["people.hire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search for people
         * @description 查找人员
         */
        post: operations["people.search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look at a person
         * @description 查看人员
         */
        get: operations["people.find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change what is known of a person
         * @description 修改人员信息
         */
        post: operations["people.change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend a person
         * @description 停用人员
         */
        post: operations["people.suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/reinstatement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reinstate a person
         * @description 恢复人员
         */
        post: operations["people.reinstate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/leaving": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a person leave
         * @description 办理离职
         */
        post: operations["people.leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back who had left
         * @description 办理重新入职
         */
        post: operations["people.rehire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Appoint somebody to a post
         * @description 任职
         */
        post: operations["people.appoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Transfer a person to another main post
         * @description 调动
         */
        post: operations["people.transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appointments/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End an appointment
         * @description 结束任职
         */
        post: operations["people.end_appointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appointments/{id}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grant one permission for a time
         * @description 授权
         */
        post: operations["people.grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Grants of somebody besides his posts
         * @description 查看一人的授权
         */
        get: operations["people.grants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grants/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a grant
         * @description 结束授权
         */
        post: operations["people.end_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/substitutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Name a substitute for somebody
         * @description 为他人指定代理人
         */
        post: operations["people.name_substitute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/substitutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List one's substitutes and substitutions
         * @description 查看代理
         */
        get: operations["substitutes.list"];
        put?: never;
        /**
         * Name one's substitute
         * @description 指定代理人
         */
        post: operations["substitutes.name"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/substitutes/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a substitution
         * @description 结束代理
         */
        post: operations["substitutes.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List posts
         * @description 岗位列表
         */
        get: operations["posts.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a reset of somebody's password
         * @description 申请重置密码
         */
        post: operations["resets.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look at resets
         * @description 查看重置申请
         */
        get: operations["resets.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/resets/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a reset, as a second person
         * @description 批准重置密码
         */
        post: operations["resets.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/resets/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse a reset
         * @description 拒绝重置申请
         */
        post: operations["resets.refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a password by a link
         * @description 用链接设置密码
         */
        post: operations["session.use_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/break_glass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look at broken glasses
         * @description 查看应急查看记录
         */
        get: operations["break_glass.list"];
        put?: never;
        /**
         * Break the glass: open for a quarter of an hour what your post does not
         * @description 启动应急查看
         */
        post: operations["break_glass.begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/break_glass/{id}/ruling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rule on a broken glass
         * @description 审查应急查看
         */
        post: operations["break_glass.rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clock-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List notices of clocks: warnings and escalations
         * @description 查询时限提醒：到期预警与逐级提醒
         */
        get: operations["clock_notices.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clock-notices/{id}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge a notice of a clock
         * @description 确认一项时限提醒
         */
        post: operations["clock_notices.acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clock-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rule book of clocks: all versions, and ladders
         * @description 查看时限规则：全部版本与逐级提醒
         */
        get: operations["clocks.rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The calendar of a year
         * @description 查看一年的工作日历
         */
        get: operations["clocks.calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What one is told: cases given to one, and what became of what one asked for
         * @description 转给本人的通知：分派的件与审批结果
         */
        get: operations["inbox.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/{id}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge a piece of news
         * @description 确认一项转给本人的通知
         */
        post: operations["inbox.acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List approvals that wait for whoever asks
         * @description 查询待我审批事项
         */
        get: operations["approvals.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One approval
         * @description 查看一项审批
         */
        get: operations["approvals.find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals/{id}/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grant, refuse or hand back
         * @description 批准、不批准或退回
         */
        post: operations["approvals.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back what one asked for
         * @description 撤回本人提交的审批
         */
        post: operations["approvals.take_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/taxonomies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All taxonomies and their codes
         * @description 全部分类及其代码
         */
        get: operations["taxonomies.all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/taxonomies/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One taxonomy
         * @description 查看一个分类
         */
        get: operations["taxonomies.find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The case library
         * @description 案例库
         */
        get: operations["cases.list"];
        put?: never;
        /**
         * Write a case
         * @description 撰写案例
         */
        post: operations["cases.write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The case library with drafts
         * @description 案例库（含草稿）
         */
        get: operations["cases.list_all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a case
         * @description 查看案例
         */
        get: operations["cases.find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a case
         * @description 发布案例
         */
        post: operations["cases.publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a case out
         * @description 撤下案例
         */
        post: operations["cases.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/guides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Guides by topic
         * @description 办理指引
         */
        get: operations["cases.guides"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/help": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cases and the guide that help with this complaint
         * @description 办理本投诉可参考的案例与指引
         */
        get: operations["cases.help_with"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List complaints, masked
         * @description 投诉列表（脱敏）
         */
        get: operations["complaints.list"];
        put?: never;
        /**
         * Register a complaint
         * @description 登记投诉
         */
        post: operations["complaints.register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consultations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register a consultation
         * @description 登记咨询
         */
        post: operations["intakes.consult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register a suggestion
         * @description 登记建议
         */
        post: operations["intakes.suggest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/praises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register praise
         * @description 登记表扬
         */
        post: operations["intakes.praise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/petitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register a petition
         * @description 登记信访
         */
        post: operations["intakes.petition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/on-the-spot-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note dissatisfaction on the spot
         * @description 记录现场不满
         */
        post: operations["intakes.note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count complaints by state
         * @description 按状态统计投诉件数
         */
        get: operations["complaints.count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find complaints by number or one identifier of the complainant; recorded
         * @description 按编号或投诉人的一项信息查询（留痕）
         */
        post: operations["complaints.search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/earlier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Earlier matters of a person, before registering (masked, recorded)
         * @description 登记前查询该客户以往来件（脱敏，留痕）
         */
        post: operations["complaints.earlier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Export complaints, masked; recorded
         * @description 导出投诉（脱敏，留痕）
         */
        post: operations["complaints.export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one complaint, masked
         * @description 查看一件投诉（脱敏）
         */
        get: operations["complaints.find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/earlier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Earlier matters of the person of a case (masked)
         * @description 该客户的以往来件（脱敏）
         */
        get: operations["complaints.earlier_of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/classification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Classify a complaint anew, with a reason
         * @description 变更投诉分类（须说明原因）
         */
        post: operations["complaints.classify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The timeline of a complaint
         * @description 投诉的办理过程
         */
        get: operations["complaints.timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept a complaint, with tier and urgency
         * @description 受理投诉并确定等级与紧急程度
         */
        post: operations["complaints.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/redirection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find it to be no complaint
         * @description 认定为非投诉
         */
        post: operations["complaints.redirect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse a complaint on the legal ground
         * @description 不予办理
         */
        post: operations["complaints.refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign to a unit and a handler, by rule or by hand
         * @description 分派承办单位与经办人
         */
        post: operations["complaints.assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/takeover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take over as handler
         * @description 接手办理
         */
        post: operations["complaints.take_over"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a complaint
         * @description 办结投诉
         */
        post: operations["complaints.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a complaint
         * @description 撤回投诉
         */
        post: operations["complaints.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/accused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Name the member of staff a complaint is about
         * @description 登记被投诉人员
         */
        post: operations["complaints.name_accused"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/routing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rules of assignment
         * @description 查看分派规则
         */
        get: operations["complaints.routing"];
        put?: never;
        /**
         * Replace the rules of assignment
         * @description 更新分派规则
         */
        post: operations["complaints.replace_routing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open personal fields in clear, with a reason; recorded
         * @description 查看明文（须说明事由，留痕）
         */
        post: operations["complaints.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The limits of a complaint, explained
         * @description 投诉的时限及其说明
         */
        get: operations["complaints.clocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Extend a limit
         * @description 延期
         */
        post: operations["complaints.extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/exclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave days of an appraisal or mediation out of a limit
         * @description 登记鉴定或调解的期限扣除
         */
        post: operations["complaints.exclude"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/exclusion-end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End an exclusion of days
         * @description 结束期限扣除
         */
        post: operations["complaints.end_exclusion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/restart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a limit anew on new facts
         * @description 因新的事实和理由重新计算期限
         */
        post: operations["complaints.restart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/date": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a date agreed with the complainant or set by a regulator
         * @description 登记约定日期或监管要求日期
         */
        post: operations["complaints.set_date"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose a decision
         * @description 提交拟处理意见
         */
        post: operations["complaints.propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record the answer to the complainant and its proof
         * @description 登记对投诉人的答复及凭证
         */
        post: operations["complaints.answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/sample-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a case that was settled on the spot
         * @description 即时化解件抽查
         */
        post: operations["complaints.check_sample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Proposals, decision and answers
         * @description 拟处理意见、处理决定与答复
         */
        get: operations["complaints.decisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/fulfilments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was promised to this complainant
         * @description 对该投诉人的承诺与执行事项
         */
        get: operations["complaints.fulfilments"];
        put?: never;
        /**
         * Record a promise or what is to be carried out
         * @description 登记承诺或执行事项
         */
        post: operations["complaints.promise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fulfilments/{id}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that a promise was kept or dropped
         * @description 登记兑现结果
         */
        post: operations["fulfilments.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fulfilments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one promise
         * @description 查看一项承诺或执行事项
         */
        get: operations["fulfilments.find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fulfilments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Promises and what is to be carried out
         * @description 承诺与执行事项列表
         */
        get: operations["fulfilments.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/responsibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find who is responsible
         * @description 作出责任认定
         */
        post: operations["complaints.find_responsibility"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/objection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Object to a finding of responsibility
         * @description 对责任认定提出异议
         */
        post: operations["complaints.object"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/responsibility-review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Review a finding of responsibility
         * @description 复核责任认定
         */
        post: operations["complaints.review_finding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/root-cause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Name the root cause
         * @description 填写溯源原因
         */
        post: operations["complaints.name_cause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/lessons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Responsibility and root cause
         * @description 责任认定与溯源原因
         */
        get: operations["complaints.lessons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a callback
         * @description 登记回访
         */
        post: operations["complaints.call_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record the complainant's rating
         * @description 登记投诉人的评价
         */
        post: operations["complaints.rate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/callbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Callbacks and ratings
         * @description 回访与评价记录
         */
        get: operations["complaints.callbacks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The file of a complaint
         * @description 查看归档信息
         */
        get: operations["complaints.archive_file"];
        put?: never;
        /**
         * File a complaint in the archive
         * @description 归档
         */
        post: operations["complaints.archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The catalogue of the archive
         * @description 归档目录
         */
        get: operations["archive.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Complaints with nearly the same text
         * @description 文本近似的投诉
         */
        get: operations["complaints.similar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/similar-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Groups of complaints with nearly the same text
         * @description 文本近似的投诉群组
         */
        get: operations["complaints.similar_groups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/joining": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join a repeated complaint to the first
         * @description 合并同一人同一事项的重复投诉
         */
        post: operations["complaints.join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/splitting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Split a complaint off that was joined by mistake
         * @description 把误并的投诉拆出单独办理
         */
        post: operations["complaints.split"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/classification-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check the classification of a closed case
         * @description 复核已办结投诉的分类
         */
        post: operations["complaints.check_classes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/doubts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What speaks against the classification of a case
         * @description 某件投诉的分类疑点
         */
        get: operations["complaints.doubts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/doubts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cases whose classification is doubtful
         * @description 分类存疑的投诉
         */
        get: operations["doubts.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classification-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Classifications to be checked
         * @description 待复核的分类
         */
        get: operations["class_checks.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classification-checks/agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How often checks agree with classifications
         * @description 分类复核一致率
         */
        get: operations["class_checks.agreement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/bulk/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept many, or preview it
         * @description 批量受理（可预览）
         */
        post: operations["complaints.accept_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/bulk/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign many, or preview it
         * @description 批量分派（可预览）
         */
        post: operations["complaints.assign_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/bulk/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * File many in the archive, or preview it
         * @description 批量归档（可预览）
         */
        post: operations["complaints.archive_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Who else has this complaint open
         * @description 正在查看同一件投诉的同事
         */
        post: operations["complaints.be_present"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The files of a case
         * @description 案件的附件
         */
        get: operations["attachments.list"];
        put?: never;
        /**
         * Upload a file (the request body; `kind` says what for, X-File-Name its name in percent escapes)
         * @description 上传附件（文件为请求正文；kind 为用途，X-File-Name 为百分号编码的文件名）
         */
        post: operations["attachments.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attachments/{id}/voiding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an attachment void, with a reason; the file stays
         * @description 作废附件（须说明理由，文件保留）
         */
        post: operations["attachments.void"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attachments/{id}/opening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Download a file, with a reason; recorded
         * @description 下载附件（须说明事由，留痕）
         */
        post: operations["attachments.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/preservation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for evidence to be kept
         * @description 请求留存证据
         */
        post: operations["preservation.request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/preservation/{id}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record what came of it
         * @description 登记留存结果
         */
        post: operations["preservation.settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/preservation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Evidence that is to be kept, the first to be gone first
         * @description 证据留存列表，最先灭失的在前
         */
        get: operations["preservation.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/preservation/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show evidence that is to be kept
         * @description 查看一项证据留存
         */
        get: operations["preservation.find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The contact log of a complaint
         * @description 联系记录
         */
        get: operations["complaints.contacts"];
        put?: never;
        /**
         * Record a contact with the complainant
         * @description 登记联系记录
         */
        post: operations["complaints.contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/supplement-request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the complainant for what is missing
         * @description 要求补充材料（一次性告知）
         */
        post: operations["complaints.request_supplement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/supplement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was asked for and what came
         * @description 补充材料的要求与收到情况
         */
        get: operations["complaints.supplements"];
        put?: never;
        /**
         * Record what the complainant supplied
         * @description 登记补充的材料
         */
        post: operations["complaints.supplement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/raising": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Raise a complaint to a higher unit and name its leader
         * @description 提级办理并确定包案领导
         */
        post: operations["complaints.raise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tasks of a complaint
         * @description 投诉的分办事项
         */
        get: operations["complaints.tasks"];
        put?: never;
        /**
         * Dispatch a task to a department
         * @description 分办给部门
         */
        post: operations["complaints.dispatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a task
         * @description 答复分办事项
         */
        post: operations["tasks.answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/hand-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand a task back on a ground
         * @description 退单并说明理由
         */
        post: operations["tasks.hand_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tasks across cases
         * @description 分办事项列表
         */
        get: operations["tasks.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One task, with what its unit may know of the case
         * @description 查看一个分办事项
         */
        get: operations["tasks.find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The offers of a complaint
         * @description 协商过程
         */
        get: operations["complaints.offers"];
        put?: never;
        /**
         * Make an offer
         * @description 提出协商方案
         */
        post: operations["complaints.offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offers/{id}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record the outcome of an offer
         * @description 登记协商结果
         */
        post: operations["offers.settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/chase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Chase the unit that has the case or a task of it
         * @description 催办
         */
        post: operations["complaints.chase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/complaints/{id}/supervision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The chases and supervision orders of a complaint
         * @description 投诉的催办与督办
         */
        get: operations["complaints.supervisions"];
        put?: never;
        /**
         * Send a supervision order
         * @description 发出督办
         */
        post: operations["complaints.supervise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chases/{id}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge a chase
         * @description 确认收到催办
         */
        post: operations["chases.acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supervisions/{id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reply to a supervision order
         * @description 答复督办
         */
        post: operations["supervisions.reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supervisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Chases and supervision orders across cases
         * @description 催办与督办列表
         */
        get: operations["supervisions.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Objections of consumers to answers, for the unit above
         * @description 客户对答复的异议（上级机构）
         */
        get: operations["objections.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/objections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One objection
         * @description 一件异议
         */
        get: operations["objections.find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/objections/{id}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge an objection
         * @description 签收异议
         */
        post: operations["objections.acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your views and shared ones
         * @description 我的视图与共享视图
         */
        get: operations["views.list"];
        put?: never;
        /**
         * Save a view
         * @description 保存视图
         */
        post: operations["views.save"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/{id}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a view
         * @description 修改视图
         */
        post: operations["views.change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/{id}/deletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete a view
         * @description 删除视图
         */
        post: operations["views.delete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your drafts
         * @description 我的草稿
         */
        get: operations["drafts.list"];
        put?: never;
        /**
         * Keep a draft
         * @description 保存草稿
         */
        post: operations["drafts.keep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a draft
         * @description 读取草稿
         */
        get: operations["drafts.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/{id}/deletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Drop a draft
         * @description 删除草稿
         */
        post: operations["drafts.drop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staffing/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring the list of units in
         * @description 导入机构表
         */
        post: operations["staffing.bring_units"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staffing/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring the list of people in
         * @description 导入人员表
         */
        post: operations["staffing.bring_people"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List referrals (masked)
         * @description 转办件列表（脱敏）
         */
        get: operations["referrals.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/referrals/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count referrals by bureau and state
         * @description 按来源和状态统计转办件
         */
        get: operations["referrals.count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/referrals/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look for our own complaints that referrals may be about (recorded)
         * @description 为转办件查找本行可能的同件投诉（留痕）
         */
        post: operations["referrals.find_candidates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/referrals/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign referrals in, many at once
         * @description 批量签收转办件
         */
        post: operations["referrals.sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/referrals/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Export referrals in the bureau's columns (masked, recorded)
         * @description 按对方表格的列导出转办台账（脱敏，留痕）
         */
        post: operations["referrals.export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/referrals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one referral (masked)
         * @description 查看一件转办（脱敏）
         */
        get: operations["referrals.find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/referrals/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to a referral
         * @description 转办件的办理过程
         */
        get: operations["referrals.timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/referrals/{id}/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide which of our complaints a referral is about
         * @description 认定转办件对应的本行投诉
         */
        post: operations["referrals.match"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/referrals/{id}/complaint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register a complaint from a referral
         * @description 由转办件登记新投诉
         */
        post: operations["referrals.register_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/referrals/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a contact; the first that reaches somebody is the first contact
         * @description 登记一次联系（接通即为首次联系）
         */
        post: operations["referrals.contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/referrals/{id}/handling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a referral up
         * @description 开始办理转办件
         */
        post: operations["referrals.take_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/referrals/{id}/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Draft the written account
         * @description 起草情况说明
         */
        post: operations["referrals.draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/referrals/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve the written account, as a second person
         * @description 情况说明签批（须为第二人）
         */
        post: operations["referrals.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/referrals/{id}/approval-refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the drafted account back
         * @description 退回情况说明草稿
         */
        post: operations["referrals.send_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/referrals/{id}/fill-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record the fill-back with its proof
         * @description 登记回填时间和凭证
         */
        post: operations["referrals.fill_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/referrals/{id}/rework": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that a referral was returned for rework
         * @description 登记退回重办
         */
        post: operations["referrals.rework"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/referrals/{id}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record what the bureau's callback found, and finish
         * @description 登记监管回访结果并办结
         */
        post: operations["referrals.finish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/referrals/{id}/openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a referral in clear (with a reason, recorded)
         * @description 查看转办件明文（须说明事由，留痕）
         */
        post: operations["referrals.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search
         * @description 搜索
         */
        post: operations["search.find"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tip-offs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tip-offs (reporter sealed)
         * @description 举报列表（举报人封存）
         */
        get: operations["tip_offs.list"];
        put?: never;
        /**
         * Take a tip-off down, maybe anonymous
         * @description 登记举报（可匿名）
         */
        post: operations["tip_offs.register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tip-offs/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count tip-offs by state
         * @description 按状态统计举报
         */
        get: operations["tip_offs.count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tip-offs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one tip-off (reporter sealed)
         * @description 查看一件举报（举报人封存）
         */
        get: operations["tip_offs.find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tip-offs/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to a tip-off
         * @description 举报的办理过程
         */
        get: operations["tip_offs.timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tip-offs/{id}/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign the inquiry to somebody outside the line of the reported
         * @description 指定举报的核查人（须在被举报人条线之外）
         */
        post: operations["tip_offs.assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tip-offs/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide what the inquiry found
         * @description 作出举报核查结论
         */
        post: operations["tip_offs.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tip-offs/{id}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a tip-off and record that its result was told
         * @description 办结举报并登记结果告知
         */
        post: operations["tip_offs.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tip-offs/{id}/openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open who the reporter is (with a reason, recorded)
         * @description 查看举报人（须说明事由，留痕）
         */
        post: operations["tip_offs.open_reporter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Today's work desk
         * @description 今日工作台
         */
        get: operations["today.look"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What may be chosen: business, claims, units, limits
         * @description 可选的业务、诉求、机构与限额
         */
        get: operations["portal.choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/puzzle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a puzzle (wanted only while too many ask)
         * @description 领取一道计算题（仅在访问过于频繁时需要）
         */
        get: operations["portal.puzzle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a complaint
         * @description 开始填写投诉
         */
        post: operations["portal.open_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Go on with a draft
         * @description 继续填写：读取草稿
         */
        get: operations["portal.read_draft"];
        put?: never;
        /**
         * Save a draft
         * @description 保存草稿
         */
        post: operations["portal.save_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/drafts/{id}/deletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete a draft
         * @description 删除草稿
         */
        post: operations["portal.drop_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/drafts/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file to a draft (raw body; kind says what it is for, X-File-Name is percent-encoded)
         * @description 为草稿上传材料（文件为请求正文；kind 为用途，X-File-Name 为百分号编码的文件名）
         */
        post: operations["portal.add_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/drafts/{id}/attachments/{file}/deletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a file out of a draft
         * @description 删除草稿中的材料
         */
        post: operations["portal.drop_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/drafts/{id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand in a complaint and get its receipt
         * @description 提交投诉，取得回执
         */
        post: operations["portal.submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/following": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Follow a complaint with its number and receipt code
         * @description 凭编号和查询码查进度
         */
        post: operations["portal.follow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/case": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a complaint stands
         * @description 查看投诉进度
         */
        get: operations["portal.case"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/case/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The receipt
         * @description 回执
         */
        get: operations["portal.receipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/demo-phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The demo telephone: messages that would have been sent (demo banks only)
         * @description 演示手机：系统本应发出的短信（仅演示环境）
         */
        get: operations["portal.demo_phone"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/case/supplement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add to a complaint
         * @description 补充说明
         */
        post: operations["portal.supplement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/case/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a file to a complaint (raw body; kind says what it is for, X-File-Name is percent-encoded)
         * @description 为投诉补充材料文件（文件为请求正文；kind 为用途，X-File-Name 为百分号编码的文件名）
         */
        post: operations["portal.attach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/case/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rate
         * @description 评价
         */
        post: operations["portal.rate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/case/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a code by SMS
         * @description 发送短信验证码
         */
        post: operations["portal.send_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/case/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a complaint (wants a code by SMS)
         * @description 撤回投诉（需短信验证码）
         */
        post: operations["portal.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/case/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept the answer (wants a code by SMS)
         * @description 接受答复（需短信验证码）
         */
        post: operations["portal.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/case/objection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Object to the answer (wants a code by SMS)
         * @description 对答复提出异议（需短信验证码）
         */
        post: operations["portal.dispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/case/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the telephone number (wants a code by SMS)
         * @description 更改联系电话（需短信验证码）
         */
        post: operations["portal.change_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Live notice of changes
         * @description 实时变更通知
         */
        get: operations["events.listen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List imports
         * @description 导入批次列表
         */
        get: operations["imports.list"];
        put?: never;
        /**
         * Import a table, with or without a dry run
         * @description 导入表格（可先试运行）
         */
        post: operations["imports.begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an import and its progress
         * @description 查看导入进度
         */
        get: operations["imports.find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rows an import could not take
         * @description 导入中出错的行
         */
        get: operations["imports.errors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo an import
         * @description 撤销导入
         */
        post: operations["imports.undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description RFC 9457; `code` is stable, `field` names the input at fault */
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            field?: string;
            text: {
                "zh-CN": string;
                en: string;
            };
        };
        "approvals.ApprovalBrief": {
            id: number;
            matter: string;
            /** @enum {string} */
            state: "waiting" | "granted" | "refused" | "handed_back" | "taken_back" | "spent" | "lapsed";
            /** Format: date-time */
            asked_at: string;
            /** Format: int64 */
            version: number;
        };
        "approvals.ApprovalItem": {
            id: number;
            matter: string;
            subject_kind: string;
            subject_id: number;
            subject_number: string;
            /** @enum {string} */
            state: "waiting" | "granted" | "refused" | "handed_back" | "taken_back" | "spent" | "lapsed";
            title?: string | null;
            due_at?: string | null;
            amount_fen?: number | null;
            asked_by_id: number;
            /** Format: date-time */
            asked_at: string;
            settled_at?: string | null;
            /** Format: int64 */
            version: number;
        };
        "approvals.ApprovalView": {
            id: number;
            matter: string;
            subject_kind: string;
            subject_id: number;
            subject_number: string;
            /** @enum {string} */
            state: "waiting" | "granted" | "refused" | "handed_back" | "taken_back" | "spent" | "lapsed";
            input: Record<string, never>;
            rule: string;
            /** Format: int64 */
            rule_version: number;
            source: string;
            steps: components["schemas"]["approvals.Step"][];
            waits_for_you: boolean;
            asked_by_id: number;
            asked_for_id?: number | null;
            /** Format: date-time */
            asked_at: string;
            settled_at?: string | null;
            reason?: string | null;
            /** Format: int64 */
            version: number;
        };
        "approvals.Step": {
            offices: ("owner" | "unit_head" | "officer" | "branch" | "head_office" | "complaint_head" | "superior" | "executive")[];
            person_id?: number | null;
            on_behalf_of?: number | null;
            at?: string | null;
            verdict?: ("grant" | "refuse" | "hand_back") | null;
        };
        "approvals.VerdictInput": {
            /** @enum {string} */
            verdict: "grant" | "refuse" | "hand_back";
            reason?: string | null;
        };
        "cases.CaseView": {
            id: number;
            /** @enum {string} */
            state: "draft" | "published" | "withdrawn";
            title: string;
            business?: string | null;
            cause?: string | null;
            facts: string;
            right_handling: string;
            wrong_handling?: string | null;
            wording?: string | null;
            amount_from_fen?: number | null;
            amount_to_fen?: number | null;
            /** Format: date-time */
            written_at: string;
            published_at?: string | null;
            /** Format: int64 */
            version: number;
        };
        "cases.Decision": {
            note?: string | null;
        };
        "cases.Guide": {
            topic: string;
            name: string;
            name_en: string;
            business: string[];
            questions: string[];
            evidence: string[];
            authority: string;
            usual_outcome: string;
            wording: string;
        };
        "cases.Guides": {
            items: components["schemas"]["cases.Guide"][];
        };
        "cases.Help": {
            cases: components["schemas"]["cases.CaseView"][];
            guide?: components["schemas"]["cases.Guide"] | null;
        };
        "cases.NewCase": {
            title: string;
            business?: string | null;
            cause?: string | null;
            facts: string;
            right_handling: string;
            wrong_handling?: string | null;
            wording?: string | null;
            amount_from_fen?: number | null;
            amount_to_fen?: number | null;
            source_id?: number | null;
        };
        "clocks.CalendarView": {
            /** Format: int64 */
            year: number;
            is_missing: boolean;
            days: components["schemas"]["clocks.NamedDay"][];
            imports: components["schemas"]["clocks.ImportedCalendar"][];
            years: number[];
        };
        "clocks.ClockDetail": {
            id: number;
            span: string;
            rule: string;
            /** Format: int64 */
            rule_version: number;
            /** Format: date-time */
            started_at: string;
            due_on?: string | null;
            /** Format: date-time */
            due_at: string;
            rests: boolean;
            stopped_at?: string | null;
            explanation?: components["schemas"]["workflow.Explanation"] | null;
        };
        "clocks.ClockDetails": {
            items: components["schemas"]["clocks.ClockDetail"][];
        };
        "clocks.ConditionView": {
            fact: string;
            values: string[];
        };
        "clocks.ImportedCalendar": {
            /** Format: int64 */
            calendar_version: number;
            source: string;
            /** Format: date-time */
            imported_at: string;
        };
        "clocks.LadderView": {
            name: string;
            rungs: components["schemas"]["clocks.RungView"][];
            /** Format: int64 */
            resting_days: number;
            quiet_from_min?: number | null;
            quiet_until_min?: number | null;
        };
        "clocks.NamedDay": {
            /** Format: date */
            on: string;
            name: string;
            /** @enum {string} */
            kind: "working" | "make_up" | "weekend" | "holiday";
        };
        "clocks.NoticeView": {
            id: number;
            clock_id: number;
            subject_kind: string;
            subject_id: number;
            subject_number: string;
            span: string;
            /** @enum {string} */
            kind: "warning" | "overdue" | "resting";
            /** @enum {string} */
            rung: "owner" | "unit_head" | "officer" | "branch" | "head_office" | "complaint_head" | "superior" | "executive";
            /** Format: int64 */
            before: number;
            /** Format: date-time */
            due_at: string;
            /** Format: date-time */
            sent_at: string;
            acknowledged_at?: string | null;
            acknowledged_by?: number | null;
            branch_id?: number | null;
            sub_branch_id?: number | null;
            outlet_id?: number | null;
            is_yours: boolean;
            /** Format: int64 */
            version: number;
        };
        "clocks.RuleBookView": {
            rules: components["schemas"]["clocks.RuleView"][];
            ladders: components["schemas"]["clocks.LadderView"][];
        };
        "clocks.RuleView": {
            rule: string;
            /** Format: int64 */
            rule_version: number;
            subject: string;
            span: string;
            zh: string;
            en: string;
            /** Format: int64 */
            length: number;
            /** @enum {string} */
            measure: "calendar_days" | "working_days" | "hours";
            /** @enum {string} */
            counts_from: "received" | "registered" | "referred" | "application_received" | "decision_received" | "accepted" | "incident_found" | "recorded" | "contacted" | "dispatched";
            /** @enum {string} */
            kind: "regulatory" | "internal" | "promised";
            source: string;
            /** @enum {string} */
            mark: "found" | "memory" | "design" | "bank";
            /** Format: date */
            effective_from: string;
            effective_until?: string | null;
            is_in_force: boolean;
            conditions: components["schemas"]["clocks.ConditionView"][];
            exclusions: ("appraisal" | "mediation")[];
            extensions: components["schemas"]["workflow.Extension"][];
            restarts: boolean;
            takes_over: boolean;
            warn_before: number[];
            /** Format: int64 */
            inner_before: number;
            ladder: string;
            is_own: boolean;
        };
        "clocks.RungView": {
            /** @enum {string} */
            rung: "owner" | "unit_head" | "officer" | "branch" | "head_office" | "complaint_head" | "superior" | "executive";
            /** Format: int64 */
            after_hours: number;
        };
        "complaints.Acceptance": {
            tier?: ("ordinary" | "complex" | "major") | null;
            urgency?: ("i" | "ii" | "iii") | null;
            note?: string | null;
        };
        "complaints.Accusation": {
            accused_id: number;
            /** @description personal: masked in answers */
            reason: string;
        };
        "complaints.Acknowledgement": {
            answer?: string | null;
        };
        "complaints.AgentView": {
            relation: string;
            /** @description personal: masked in answers */
            name: string;
            phone?: string | null;
            identity_number?: string | null;
            proof?: string | null;
        };
        "complaints.Agreement": {
            /** Format: int64 */
            due: number;
            /** Format: int64 */
            confirmed: number;
            /** Format: int64 */
            corrected: number;
            agreement_percent?: number | null;
            /** Format: int64 */
            doubtful_due: number;
            /** Format: int64 */
            doubtful_confirmed: number;
            /** Format: int64 */
            doubtful_corrected: number;
        };
        "complaints.AnswerGiven": {
            /** Format: date */
            given_on: string;
            /** @enum {string} */
            means: "telephone" | "letter" | "handed_over" | "settlement_agreement" | "sms" | "email";
            /** @enum {string} */
            reached: "told" | "unreachable";
            outcome?: ("supported" | "partly_supported" | "not_supported" | "settled") | null;
            letter_number?: string | null;
        };
        "complaints.AnswerObjectionView": {
            id: number;
            complaint_id: number;
            number: string;
            unit_id?: number | null;
            superior_id?: number | null;
            /** @description personal: masked in answers */
            reason: string;
            /** @enum {string} */
            proof: "signed_paper" | "recorded_call" | "written_message" | "sms_code";
            /** @enum {string} */
            state: "waiting" | "acknowledged";
            /** Format: date-time */
            made_at: string;
            acknowledged_at?: string | null;
            acknowledged_by?: number | null;
            note?: string | null;
            /** Format: int64 */
            version: number;
        };
        "complaints.AnswerView": {
            id: number;
            /** Format: date */
            given_on: string;
            /** @enum {string} */
            means: "telephone" | "letter" | "handed_over" | "settlement_agreement" | "sms" | "email";
            proof: string;
            /** @enum {string} */
            reached: "told" | "unreachable";
            note?: string | null;
            answered_by_id: number;
            /** Format: date-time */
            answered_at: string;
        };
        "complaints.ArchiveFile": {
            id: number;
            complaint_id: number;
            complaint_number: string;
            archive_number: string;
            /** Format: int64 */
            year: number;
            /** Format: int64 */
            retention_years: number;
            /** Format: date */
            keep_until: string;
            fonds: string;
            location?: string | null;
            /** Format: int64 */
            pieces: number;
            archived_by_id: number;
            /** Format: date-time */
            archived_at: string;
            /** Format: int64 */
            version: number;
        };
        "complaints.Archiving": {
            retention_years?: number | null;
            fonds?: string | null;
            location?: string | null;
        };
        "complaints.AskedFor": {
            /** Format: date-time */
            asked_at: string;
            until_on?: string | null;
            /** @description personal, opened with a reason */
            question: string;
        };
        "complaints.Assignment": {
            unit_id?: number | null;
            handler_id?: number | null;
            reason?: string | null;
        };
        "complaints.AttachmentList": {
            items: components["schemas"]["complaints.AttachmentView"][];
        };
        "complaints.AttachmentOpening": {
            /** @description personal: masked in answers */
            reason: string;
        };
        "complaints.AttachmentView": {
            id: number;
            complaint_id: number;
            /** @enum {string} */
            kind: "supporting_document" | "identity_document" | "authorisation" | "voucher" | "recording" | "letter" | "proof" | "other";
            /** @description personal: masked in answers */
            name: string;
            type: string;
            media_type: string;
            /** Format: int64 */
            bytes: number;
            sha256: string;
            added_by?: number | null;
            /** Format: date-time */
            added_at: string;
            voided_at?: string | null;
            voided_by?: number | null;
            /** Format: int64 */
            version: number;
        };
        "complaints.BulkAcceptance": {
            ids: number[];
            preview?: boolean | null;
            input: components["schemas"]["complaints.Acceptance"];
        };
        "complaints.BulkArchiving": {
            ids: number[];
            preview?: boolean | null;
            input: components["schemas"]["complaints.Archiving"];
        };
        "complaints.BulkAssignment": {
            ids: number[];
            preview?: boolean | null;
            input: components["schemas"]["complaints.Assignment"];
        };
        "complaints.BulkItem": {
            id: number;
            is_done: boolean;
            code?: string | null;
            field?: string | null;
        };
        "complaints.BulkReport": {
            is_preview: boolean;
            /** Format: int64 */
            done: number;
            /** Format: int64 */
            refused: number;
            items: components["schemas"]["complaints.BulkItem"][];
        };
        "complaints.CallbackView": {
            id: number;
            /** @enum {string} */
            means: "telephone" | "visit" | "sms" | "app" | "paper" | "portal";
            /** @enum {string} */
            reached: "yes" | "no_answer" | "declined";
            result_score?: number | null;
            process_score?: number | null;
            attitude_score?: number | null;
            note?: string | null;
            made_by_id?: number | null;
            /** Format: date-time */
            made_at: string;
        };
        "complaints.Callbacks": {
            items: components["schemas"]["complaints.CallbackView"][];
        };
        "complaints.CheckedClasses": {
            /** @enum {string} */
            result: "confirmed" | "corrected";
            correction?: components["schemas"]["complaints.Reclassification"] | null;
        };
        "complaints.CheckedSample": {
            /** @enum {string} */
            result: "passed" | "failed";
            note?: string | null;
        };
        "complaints.ClassCheckView": {
            id: number;
            complaint_id: number;
            complaint_number: string;
            /** @enum {string} */
            state: "due" | "confirmed" | "corrected";
            /** @enum {string} */
            drawn_by: "lot" | "doubt";
            /** Format: date-time */
            drawn_at: string;
            changed: string;
            checked_by_id?: number | null;
            checked_at?: string | null;
        };
        "complaints.ClockView": {
            span: string;
            /** Format: date-time */
            started_at: string;
            /** Format: date */
            due_on: string;
            /** Format: date-time */
            due_at: string;
            stopped_at?: string | null;
            source: string;
        };
        "complaints.Closure": {
            result?: string | null;
        };
        "complaints.ComplainantView": {
            name?: string | null;
            phone?: string | null;
            identity_number?: string | null;
            credit_code?: string | null;
            card_number?: string | null;
            email?: string | null;
            address?: string | null;
        };
        "complaints.ComplaintItem": {
            id: number;
            number: string;
            /** @enum {string} */
            kind: "complaint" | "consultation" | "suggestion" | "praise" | "petition" | "on_the_spot";
            /** @enum {string} */
            state: "registered" | "accepted" | "assigned" | "handling" | "proposed" | "decided" | "answered" | "closed" | "withdrawn" | "redirected" | "refused" | "joined";
            /** @enum {string} */
            origin: "registered" | "imported";
            source?: string | null;
            intake_channel: string;
            business_channel?: string | null;
            business?: string | null;
            cause?: string | null;
            /** @description personal: masked in answers */
            summary: string;
            complainant_name?: string | null;
            complainant_phone?: string | null;
            /** Format: date-time */
            received_at: string;
            due_at?: string | null;
            closed_at?: string | null;
            outlet_id?: number | null;
            tier?: ("ordinary" | "complex" | "major") | null;
            urgency?: ("i" | "ii" | "iii") | null;
            handling_unit_id?: number | null;
            handler_id?: number | null;
            next_contact_on?: string | null;
            leader_id?: number | null;
            customer_kind?: ("personal" | "self_employed" | "enterprise") | null;
            product?: string | null;
            region?: string | null;
            customer_groups: string[];
            is_repeat: boolean;
            unknown_codes: string[];
            /** Format: int64 */
            version: number;
        };
        "complaints.ComplaintState": {
            id: number;
            number: string;
            /** @enum {string} */
            state: "registered" | "accepted" | "assigned" | "handling" | "proposed" | "decided" | "answered" | "closed" | "withdrawn" | "redirected" | "refused" | "joined";
            /** Format: int64 */
            version: number;
            clocks: components["schemas"]["complaints.ClockView"][];
            approvals: components["schemas"]["approvals.ApprovalBrief"][];
        };
        "complaints.ComplaintView": {
            rights: string[];
            claim_kinds: string[];
            care: string[];
            amount_fen?: number | null;
            agent?: components["schemas"]["complaints.AgentView"] | null;
            method?: string | null;
            result?: string | null;
            repeats_number?: string | null;
            supplement_grounds: string[];
            id: number;
            number: string;
            /** @enum {string} */
            kind: "complaint" | "consultation" | "suggestion" | "praise" | "petition" | "on_the_spot";
            /** @enum {string} */
            state: "registered" | "accepted" | "assigned" | "handling" | "proposed" | "decided" | "answered" | "closed" | "withdrawn" | "redirected" | "refused" | "joined";
            /** @enum {string} */
            origin: "registered" | "imported";
            source?: string | null;
            intake_channel: string;
            business_channel?: string | null;
            business?: string | null;
            cause?: string | null;
            /** @description personal: masked in answers */
            summary: string;
            description?: string | null;
            claim?: string | null;
            source_record?: string | null;
            source_number?: string | null;
            complainant?: components["schemas"]["complaints.ComplainantView"] | null;
            /** Format: date-time */
            received_at: string;
            /** Format: date-time */
            registered_at: string;
            due_at?: string | null;
            decided_at?: string | null;
            answered_at?: string | null;
            closed_at?: string | null;
            /** @enum {string} */
            sample_check: "none" | "due" | "passed" | "failed";
            archived_on?: string | null;
            joined_into_id?: number | null;
            branch_id?: number | null;
            sub_branch_id?: number | null;
            outlet_id?: number | null;
            tier?: ("ordinary" | "complex" | "major") | null;
            urgency?: ("i" | "ii" | "iii") | null;
            responsible_id?: number | null;
            handling_unit_id?: number | null;
            handler_id?: number | null;
            next_contact_on?: string | null;
            raised_to_id?: number | null;
            leader_id?: number | null;
            accused_id?: number | null;
            customer_kind?: ("personal" | "self_employed" | "enterprise") | null;
            product?: string | null;
            region?: string | null;
            customer_groups: string[];
            is_repeat: boolean;
            unknown_codes: string[];
            clocks: components["schemas"]["complaints.ClockView"][];
            approvals: components["schemas"]["approvals.ApprovalBrief"][];
            /** Format: int64 */
            version: number;
        };
        "complaints.ContactView": {
            id: number;
            /** @enum {string} */
            direction: "outgoing" | "incoming";
            /** @enum {string} */
            means: "phone" | "sms" | "email" | "letter" | "online" | "visit" | "interview";
            /** @enum {string} */
            outcome: "reached" | "missed" | "sent";
            /** Format: date-time */
            begun_at: string;
            ended_at?: string | null;
            identity_check?: ("name_and_document" | "known_number" | "in_person") | null;
            recording?: string | null;
            said?: string | null;
            next_contact_on?: string | null;
            /** Format: date-time */
            recorded_at: string;
            recorded_by?: number | null;
        };
        "complaints.Contacts": {
            items: components["schemas"]["complaints.ContactView"][];
            /** Format: int64 */
            missed: number;
            next_contact_on?: string | null;
        };
        "complaints.Counts": {
            items: components["schemas"]["complaints.StateCount"][];
            /** Format: int64 */
            as_of_place: number;
        };
        "complaints.DateInput": {
            span?: string | null;
            /** @enum {string} */
            with: "complainant" | "regulator";
            /** Format: date */
            on: string;
            /** @description personal: masked in answers */
            reason: string;
            notice?: components["schemas"]["complaints.GivenNotice"] | null;
        };
        "complaints.DayFacts": {
            /** Format: date */
            on: string;
            /** Format: int64 */
            weekday: number;
            is_working_day: boolean;
            name: string;
            /** Format: int64 */
            days_left: number;
        };
        "complaints.Decisions": {
            proposals: components["schemas"]["complaints.ProposalView"][];
            answers: components["schemas"]["complaints.AnswerView"][];
        };
        "complaints.DoubtRow": {
            id: number;
            complaint_id: number;
            complaint_number: string;
            /** @enum {string} */
            doubt: "cause_vague" | "cause_unfit" | "product_missing" | "amount_missing" | "elderly_unmarked" | "minor_unmarked";
            /** Format: date-time */
            received_at: string;
        };
        "complaints.Doubts": {
            items: ("cause_vague" | "cause_unfit" | "product_missing" | "amount_missing" | "elderly_unmarked" | "minor_unmarked")[];
        };
        "complaints.EarlierMatter": {
            id: number;
            number: string;
            /** @enum {string} */
            kind: "complaint" | "consultation" | "suggestion" | "praise" | "petition" | "on_the_spot";
            /** @enum {string} */
            state: "registered" | "accepted" | "assigned" | "handling" | "proposed" | "decided" | "answered" | "closed" | "withdrawn" | "redirected" | "refused" | "joined";
            business?: string | null;
            cause?: string | null;
            /** @description personal: masked in answers */
            summary: string;
            /** Format: date-time */
            received_at: string;
            closed_at?: string | null;
        };
        "complaints.EarlierMatters": {
            items: components["schemas"]["complaints.EarlierMatter"][];
        };
        "complaints.EarlierSearch": {
            phone?: string | null;
            identity_number?: string | null;
            credit_code?: string | null;
            card_number?: string | null;
            email?: string | null;
        };
        "complaints.ExclusionEnd": {
            span?: string | null;
            /** Format: date */
            until: string;
            reason?: string | null;
        };
        "complaints.ExclusionInput": {
            span?: string | null;
            /** @enum {string} */
            kind: "appraisal" | "mediation";
            /** Format: date */
            from: string;
            until?: string | null;
            /** @description personal: masked in answers */
            reason: string;
            notice?: components["schemas"]["complaints.GivenNotice"] | null;
        };
        "complaints.ExtensionInput": {
            span?: string | null;
            /** Format: int64 */
            to_total: number;
            /** @description personal: masked in answers */
            reason: string;
            notice?: components["schemas"]["complaints.GivenNotice"] | null;
        };
        "complaints.FindingReview": {
            /** @enum {string} */
            finding: "responsible" | "partly" | "not_responsible" | "undetermined";
            /** @description personal: masked in answers */
            grounds: string;
        };
        "complaints.FindingView": {
            id: number;
            complaint_id: number;
            /** @enum {string} */
            state: "standing" | "objected" | "upheld" | "changed";
            /** @enum {string} */
            finding: "responsible" | "partly" | "not_responsible" | "undetermined";
            unit_id?: number | null;
            person_id?: number | null;
            /** @description personal: masked in answers */
            grounds: string;
            found_by_id: number;
            /** Format: date-time */
            found_at: string;
            /** Format: date */
            objection_until: string;
            objection?: string | null;
            review?: string | null;
            /** Format: int64 */
            version: number;
        };
        "complaints.FulfilmentOutcome": {
            /** @enum {string} */
            outcome: "done" | "dropped";
            on?: string | null;
            proof?: string | null;
            note?: string | null;
        };
        "complaints.FulfilmentView": {
            id: number;
            complaint_id: number;
            complaint_number: string;
            /** @enum {string} */
            kind: "refund" | "waiver" | "compensation" | "release" | "correction" | "stop_collection" | "certificate" | "apology" | "promise" | "other";
            /** @description personal: masked in answers */
            content: string;
            amount_fen?: number | null;
            /** Format: date */
            due_on: string;
            is_overdue: boolean;
            unit_id?: number | null;
            promised_by_id: number;
            /** Format: date-time */
            promised_at: string;
            /** @enum {string} */
            state: "open" | "done" | "dropped";
            done_on?: string | null;
            proof?: string | null;
            outcome_note?: string | null;
            /** Format: int64 */
            version: number;
        };
        "complaints.Fulfilments": {
            items: components["schemas"]["complaints.FulfilmentView"][];
            /** Format: int64 */
            owed_fen: number;
        };
        "complaints.GivenNotice": {
            /** Format: date */
            on: string;
            /** @enum {string} */
            means: "letter" | "handed_over" | "sms" | "email" | "recorded_call";
            proof: string;
        };
        "complaints.HandBack": {
            /** @enum {string} */
            ground: "not_competent" | "not_concerned" | "facts_missing";
            /** @description personal: masked in answers */
            reason: string;
            proposed_unit_id?: number | null;
        };
        "complaints.Joining": {
            into_id: number;
            /** @description personal: masked in answers */
            reason: string;
        };
        "complaints.Lessons": {
            finding?: components["schemas"]["complaints.FindingView"] | null;
            root_cause?: components["schemas"]["complaints.RootCauseView"] | null;
        };
        "complaints.NewAgent": {
            relation: string;
            /** @description personal: masked in answers */
            name: string;
            phone?: string | null;
            identity_number?: string | null;
            proof?: string | null;
        };
        "complaints.NewAnswer": {
            given_on?: string | null;
            /** @enum {string} */
            means: "telephone" | "letter" | "handed_over" | "settlement_agreement" | "sms" | "email";
            proof?: string | null;
            reached?: ("told" | "unreachable") | null;
            note?: string | null;
        };
        "complaints.NewCallback": {
            /** @enum {string} */
            means: "telephone" | "visit" | "sms" | "app" | "paper" | "portal";
            /** @enum {string} */
            reached: "yes" | "no_answer" | "declined";
            result_score?: number | null;
            process_score?: number | null;
            attitude_score?: number | null;
            note?: string | null;
        };
        "complaints.NewChase": {
            task_id?: number | null;
            due_on?: string | null;
            note?: string | null;
        };
        "complaints.NewComplainant": {
            name?: string | null;
            phone?: string | null;
            identity_number?: string | null;
            credit_code?: string | null;
            card_number?: string | null;
            email?: string | null;
            address?: string | null;
        };
        "complaints.NewComplaint": {
            source?: string | null;
            intake_channel: string;
            business_channel?: string | null;
            business?: string | null;
            cause?: string | null;
            /** @description personal: masked in answers */
            summary: string;
            description?: string | null;
            claim?: string | null;
            received_at?: string | null;
            heard_by_id?: number | null;
            accused_id?: number | null;
            complainant: components["schemas"]["complaints.NewComplainant"];
            customer_kind?: ("personal" | "self_employed" | "enterprise") | null;
            product?: string | null;
            region?: string | null;
            rights?: string[] | null;
            claim_kinds?: string[] | null;
            customer_groups?: string[] | null;
            amount_fen?: number | null;
            agent?: components["schemas"]["complaints.NewAgent"] | null;
            repeats_number?: string | null;
            method?: string | null;
            result?: string | null;
        };
        "complaints.NewContact": {
            /** @enum {string} */
            direction: "outgoing" | "incoming";
            /** @enum {string} */
            means: "phone" | "sms" | "email" | "letter" | "online" | "visit" | "interview";
            /** @enum {string} */
            outcome: "reached" | "missed" | "sent";
            begun_at?: string | null;
            ended_at?: string | null;
            identity_check?: ("name_and_document" | "known_number" | "in_person") | null;
            recording?: string | null;
            said?: string | null;
            next_contact_on?: string | null;
        };
        "complaints.NewFinding": {
            /** @enum {string} */
            finding: "responsible" | "partly" | "not_responsible" | "undetermined";
            unit_id?: number | null;
            person_id?: number | null;
            /** @description personal: masked in answers */
            grounds: string;
            objection_until?: string | null;
        };
        "complaints.NewFulfilment": {
            /** @enum {string} */
            kind: "refund" | "waiver" | "compensation" | "release" | "correction" | "stop_collection" | "certificate" | "apology" | "promise" | "other";
            /** @description personal: masked in answers */
            content: string;
            amount_fen?: number | null;
            /** Format: date */
            due_on: string;
            unit_id?: number | null;
        };
        "complaints.NewOffer": {
            /** Format: int64 */
            amount_fen: number;
            demand_fen?: number | null;
            /** @description personal: masked in answers */
            terms: string;
            until_on?: string | null;
        };
        "complaints.NewOrder": {
            task_id?: number | null;
            /** Format: date */
            due_on: string;
            /** @description personal: masked in answers */
            demand: string;
            letter_no?: string | null;
        };
        "complaints.NewProposal": {
            /** @enum {string} */
            outcome: "supported" | "partly_supported" | "not_supported" | "settled";
            amount_fen?: number | null;
            findings?: string | null;
            decision?: string | null;
            grounds?: string | null;
            remedies?: string | null;
        };
        "complaints.NewRefusal": {
            /** @enum {string} */
            ground: "not_the_complainant" | "no_authorisation";
            /** @description personal: masked in answers */
            reason: string;
            /** Format: date-time */
            told_at: string;
        };
        "complaints.NewRootCause": {
            cause: string;
            unit_id?: number | null;
            /** @description personal: masked in answers */
            analysis: string;
            measures?: string | null;
        };
        "complaints.NewSupplement": {
            materials: ("complainant_identity" | "organisation_identity" | "agent_authorisation" | "agent_identity" | "inheritance" | "respondent" | "claim_and_facts" | "signed_statement")[];
            note?: string | null;
            received_at?: string | null;
            is_complete: boolean;
        };
        "complaints.NewSupplementRequest": {
            materials: ("complainant_identity" | "organisation_identity" | "agent_authorisation" | "agent_identity" | "inheritance" | "respondent" | "claim_and_facts" | "signed_statement")[];
            /** @description personal: masked in answers */
            question: string;
            bank_lacks: boolean;
            until_on?: string | null;
            again_reason?: string | null;
        };
        "complaints.NewTask": {
            unit_id: number;
            handler_id?: number | null;
            /** @description personal: masked in answers */
            question: string;
            /** Format: date */
            due_on: string;
        };
        "complaints.Objection": {
            /** @description personal: masked in answers */
            grounds: string;
        };
        "complaints.ObjectionAcknowledgement": {
            note?: string | null;
        };
        "complaints.ObjectionMade": {
            /** @enum {string} */
            state: "waiting" | "acknowledged";
            /** Format: date-time */
            made_at: string;
            acknowledged_at?: string | null;
        };
        "complaints.OfferView": {
            id: number;
            complaint_id: number;
            /** Format: int64 */
            round: number;
            /** @enum {string} */
            state: "open" | "accepted" | "declined" | "expired" | "lapsed" | "waiting" | "not_approved";
            /** Format: int64 */
            amount_fen: number;
            demand_fen?: number | null;
            /** @description personal: masked in answers */
            terms: string;
            until_on?: string | null;
            /** Format: date-time */
            offered_at: string;
            offered_by?: number | null;
            said?: string | null;
            settled_at?: string | null;
            settled_by?: number | null;
            approval_id?: number | null;
            /** Format: int64 */
            version: number;
        };
        "complaints.Offers": {
            items: components["schemas"]["complaints.OfferView"][];
        };
        "complaints.OpenedFields": {
            name?: string | null;
            phone?: string | null;
            identity_number?: string | null;
            card_number?: string | null;
            email?: string | null;
            address?: string | null;
            credit_code?: string | null;
            agent_name?: string | null;
            agent_phone?: string | null;
            agent_identity_number?: string | null;
            agent_proof?: string | null;
            summary?: string | null;
            description?: string | null;
            claim?: string | null;
            method?: string | null;
            result?: string | null;
            source_record?: string | null;
        };
        "complaints.Opening": {
            fields: ("name" | "phone" | "identity_number" | "card_number" | "email" | "address" | "credit_code" | "agent_name" | "agent_phone" | "agent_identity_number" | "agent_proof" | "summary" | "description" | "claim" | "method" | "result" | "source_record")[];
            /** @description personal: masked in answers */
            reason: string;
        };
        "complaints.PeoplePresent": {
            items: components["schemas"]["complaints.Present"][];
        };
        "complaints.PresenceInput": {
            doing?: ("reading" | "editing") | null;
        };
        "complaints.Present": {
            person_id: number;
            name: string;
            /** @enum {string} */
            doing: "reading" | "editing";
            /** Format: date-time */
            seen_at: string;
        };
        "complaints.PreservationOutcome": {
            /** @enum {string} */
            outcome: "preserved" | "lost";
            attachment_id?: number | null;
            note?: string | null;
        };
        "complaints.PreservationRequest": {
            /** @enum {string} */
            kind: "cctv" | "sales_recording" | "call_recording" | "transaction_log" | "voucher" | "other";
            /** @description personal: masked in answers */
            what: string;
            place?: string | null;
            /** @description personal: masked in answers */
            keeper: string;
            /** Format: date */
            recorded_on: string;
            kept_until?: string | null;
        };
        "complaints.PreservationView": {
            id: number;
            complaint_id: number;
            complaint_number: string;
            /** @enum {string} */
            kind: "cctv" | "sales_recording" | "call_recording" | "transaction_log" | "voucher" | "other";
            /** @enum {string} */
            state: "requested" | "preserved" | "lost";
            /** @description personal: masked in answers */
            what: string;
            place?: string | null;
            /** @description personal: masked in answers */
            keeper: string;
            /** Format: date */
            recorded_on: string;
            /** Format: date */
            kept_until: string;
            /** Format: date-time */
            gone_at: string;
            source: string;
            requested_by?: number | null;
            /** Format: date-time */
            requested_at: string;
            settled_by?: number | null;
            settled_at?: string | null;
            attachment_id?: number | null;
            note?: string | null;
            outlet_id?: number | null;
            handling_unit_id?: number | null;
            /** Format: int64 */
            version: number;
        };
        "complaints.ProposalView": {
            id: number;
            complaint_id: number;
            /** @enum {string} */
            state: "waiting" | "approved" | "handed_back" | "ended";
            /** @enum {string} */
            outcome: "supported" | "partly_supported" | "not_supported" | "settled";
            /** Format: int64 */
            amount_fen: number;
            /** @description personal: masked in answers */
            findings: string;
            /** @description personal: masked in answers */
            decision: string;
            /** @description personal: masked in answers */
            grounds: string;
            /** @description personal: masked in answers */
            remedies: string;
            proposed_by_id: number;
            /** Format: date-time */
            proposed_at: string;
            approval_id?: number | null;
            letter_number?: string | null;
            decided_at?: string | null;
            /** Format: int64 */
            version: number;
        };
        "complaints.Raising": {
            /** @enum {string} */
            ground: "repeated" | "many_concerned" | "major" | "other";
            earlier_id?: number | null;
            unit_id: number;
            leader_id: number;
            handler_id?: number | null;
            /** @description personal: masked in answers */
            reason: string;
        };
        "complaints.Rating": {
            /** @enum {string} */
            means: "telephone" | "visit" | "sms" | "app" | "paper" | "portal";
            /** Format: int64 */
            result_score: number;
            /** Format: int64 */
            process_score: number;
            /** Format: int64 */
            attitude_score: number;
            note?: string | null;
        };
        "complaints.Reclassification": {
            source?: string | null;
            intake_channel?: string | null;
            business_channel?: string | null;
            business?: string | null;
            cause?: string | null;
            product?: string | null;
            region?: string | null;
            rights?: string[] | null;
            claim_kinds?: string[] | null;
            customer_groups?: string[] | null;
            amount_fen?: number | null;
            /** @description personal: masked in answers */
            reason: string;
        };
        "complaints.Redirection": {
            /** @enum {string} */
            to: "consultation" | "suggestion" | "praise" | "tip_off" | "petition" | "other";
            /** @description personal: masked in answers */
            reason: string;
        };
        "complaints.Registration": {
            id: number;
            number: string;
            /** @enum {string} */
            state: "registered" | "accepted" | "assigned" | "handling" | "proposed" | "decided" | "answered" | "closed" | "withdrawn" | "redirected" | "refused" | "joined";
            /** Format: int64 */
            version: number;
            clocks: components["schemas"]["complaints.ClockView"][];
            approvals: components["schemas"]["approvals.ApprovalBrief"][];
            /** @enum {string} */
            kind: "complaint" | "consultation" | "suggestion" | "praise" | "petition" | "on_the_spot";
            is_repeat: boolean;
            repeats_number?: string | null;
            earlier: components["schemas"]["complaints.EarlierMatter"][];
            care: string[];
            supplement_grounds: string[];
            receipt_code?: string | null;
        };
        "complaints.Reply": {
            /** @description personal: masked in answers */
            answer: string;
        };
        "complaints.RestartInput": {
            span?: string | null;
            at?: string | null;
            /** @description personal: masked in answers */
            facts: string;
        };
        "complaints.RootCauseView": {
            id: number;
            complaint_id: number;
            cause: string;
            unit_id?: number | null;
            /** @description personal: masked in answers */
            analysis: string;
            measures?: string | null;
            /** Format: date-time */
            named_at: string;
            /** Format: int64 */
            version: number;
        };
        "complaints.Routing": {
            rules: components["schemas"]["complaints.RoutingLine"][];
        };
        "complaints.RoutingLine": {
            source?: string | null;
            intake_channel?: string | null;
            business_channel?: string | null;
            business?: string | null;
            cause?: string | null;
            tier?: ("ordinary" | "complex" | "major") | null;
            /** @enum {string} */
            destination: "unit" | "outlet" | "sub_branch" | "branch";
            unit_id?: number | null;
        };
        "complaints.Search": {
            number?: string | null;
            phone?: string | null;
            identity_number?: string | null;
            credit_code?: string | null;
            card_number?: string | null;
            email?: string | null;
        };
        "complaints.SearchResult": {
            items: components["schemas"]["complaints.ComplaintItem"][];
        };
        "complaints.Settling": {
            /** @enum {string} */
            outcome: "accepted" | "declined" | "expired";
            said?: string | null;
        };
        "complaints.SimilarGroupView": {
            first_id: number;
            /** Format: int64 */
            count: number;
            shared: string[];
        };
        "complaints.SimilarGroups": {
            items: components["schemas"]["complaints.SimilarGroupView"][];
        };
        "complaints.SimilarTexts": {
            items: components["schemas"]["complaints.ComplaintItem"][];
            shared: string[];
        };
        "complaints.Splitting": {
            /** @description personal: masked in answers */
            reason: string;
        };
        "complaints.StateCount": {
            /** @enum {string} */
            state: "registered" | "accepted" | "assigned" | "handling" | "proposed" | "decided" | "answered" | "closed" | "withdrawn" | "redirected" | "refused" | "joined";
            /** Format: int64 */
            count: number;
        };
        "complaints.StepTaken": {
            /** @enum {string} */
            step: "registered" | "accepted" | "handling" | "answered" | "closed";
            at?: string | null;
        };
        "complaints.SupervisionView": {
            id: number;
            complaint_id: number;
            complaint_number: string;
            /** @enum {string} */
            kind: "chase" | "order";
            /** @enum {string} */
            state: "open" | "answered" | "lapsed";
            task_id?: number | null;
            handling_unit_id: number;
            letter_no?: string | null;
            demand?: string | null;
            /** Format: int64 */
            chases: number;
            /** Format: int64 */
            hand_backs: number;
            /** Format: date-time */
            sent_at: string;
            sent_by?: number | null;
            from_unit_id?: number | null;
            /** Format: date */
            due_on: string;
            /** Format: date-time */
            due_at: string;
            answer?: string | null;
            ended_at?: string | null;
            ended_by?: number | null;
            /** Format: int64 */
            version: number;
        };
        "complaints.Supervisions": {
            items: components["schemas"]["complaints.SupervisionView"][];
        };
        "complaints.SupplementRequestView": {
            id: number;
            materials: ("complainant_identity" | "organisation_identity" | "agent_authorisation" | "agent_identity" | "inheritance" | "respondent" | "claim_and_facts" | "signed_statement")[];
            /** @description personal: masked in answers */
            question: string;
            again_reason?: string | null;
            until_on?: string | null;
            /** Format: date-time */
            asked_at: string;
            asked_by?: number | null;
            settled_at?: string | null;
        };
        "complaints.SupplementView": {
            id: number;
            request_id?: number | null;
            materials: ("complainant_identity" | "organisation_identity" | "agent_authorisation" | "agent_identity" | "inheritance" | "respondent" | "claim_and_facts" | "signed_statement")[];
            note?: string | null;
            /** Format: date-time */
            received_at: string;
            recorded_by?: number | null;
        };
        "complaints.Supplements": {
            requests: components["schemas"]["complaints.SupplementRequestView"][];
            items: components["schemas"]["complaints.SupplementView"][];
        };
        "complaints.TakeOver": {
            note?: string | null;
        };
        "complaints.TaskAnswer": {
            /** @description personal: masked in answers */
            answer: string;
        };
        "complaints.TaskCase": {
            /** @enum {string} */
            state: "registered" | "accepted" | "assigned" | "handling" | "proposed" | "decided" | "answered" | "closed" | "withdrawn" | "redirected" | "refused" | "joined";
            business?: string | null;
            cause?: string | null;
            /** @description personal: masked in answers */
            summary: string;
            description?: string | null;
            claim?: string | null;
            /** Format: date-time */
            received_at: string;
            due_at?: string | null;
        };
        "complaints.TaskDetail": {
            id: number;
            complaint_id: number;
            complaint_number: string;
            /** @enum {string} */
            state: "open" | "answered" | "handed_back" | "lapsed";
            /** @description personal: masked in answers */
            question: string;
            /** Format: date-time */
            dispatched_at: string;
            dispatched_by?: number | null;
            from_unit_id?: number | null;
            handling_unit_id: number;
            handler_id?: number | null;
            /** Format: date */
            due_on: string;
            /** Format: date-time */
            due_at: string;
            answer?: string | null;
            ground?: ("not_competent" | "not_concerned" | "facts_missing") | null;
            proposed_unit_id?: number | null;
            ended_at?: string | null;
            ended_by?: number | null;
            /** Format: int64 */
            version: number;
            about?: components["schemas"]["complaints.TaskCase"] | null;
        };
        "complaints.TaskView": {
            id: number;
            complaint_id: number;
            complaint_number: string;
            /** @enum {string} */
            state: "open" | "answered" | "handed_back" | "lapsed";
            /** @description personal: masked in answers */
            question: string;
            /** Format: date-time */
            dispatched_at: string;
            dispatched_by?: number | null;
            from_unit_id?: number | null;
            handling_unit_id: number;
            handler_id?: number | null;
            /** Format: date */
            due_on: string;
            /** Format: date-time */
            due_at: string;
            answer?: string | null;
            ground?: ("not_competent" | "not_concerned" | "facts_missing") | null;
            proposed_unit_id?: number | null;
            ended_at?: string | null;
            ended_by?: number | null;
            /** Format: int64 */
            version: number;
        };
        "complaints.Tasks": {
            items: components["schemas"]["complaints.TaskView"][];
        };
        "complaints.Timeline": {
            items: components["schemas"]["complaints.TimelineItem"][];
        };
        "complaints.TimelineItem": {
            /** Format: int64 */
            n: number;
            kind: string;
            /** Format: date-time */
            at: string;
            actor_id?: number | null;
            facts: Record<string, never>;
            leaf_hash: string;
            place?: number | null;
            note?: string | null;
        };
        "complaints.UnitNames": {
            name: string;
            name_en: string;
        };
        "complaints.Voiding": {
            /** @description personal: masked in answers */
            reason: string;
        };
        "complaints.Withdrawal": {
            reason?: string | null;
            /** @enum {string} */
            proof: "signed_paper" | "recorded_call" | "written_message" | "sms_code";
        };
        "desk.DraftInput": {
            form: string;
            subject_id?: number | null;
            /** @description personal: masked in answers */
            content: string;
        };
        "desk.DraftMark": {
            id: number;
            form: string;
            subject_id?: number | null;
            /** Format: date-time */
            changed_at: string;
        };
        "desk.DraftView": {
            id: number;
            form: string;
            subject_id?: number | null;
            /** @description personal, opened with a reason */
            content: string;
            /** Format: date-time */
            changed_at: string;
            /** Format: int64 */
            version: number;
        };
        "desk.Drafts": {
            items: components["schemas"]["desk.DraftMark"][];
        };
        "desk.NewView": {
            name: string;
            list: string;
            query: string;
            shared_with?: ("nobody" | "unit" | "bank") | null;
        };
        "desk.ViewView": {
            id: number;
            name: string;
            list: string;
            query: string;
            /** @enum {string} */
            shared_with: "nobody" | "unit" | "bank";
            is_yours: boolean;
            /** Format: int64 */
            version: number;
        };
        "desk.Views": {
            items: components["schemas"]["desk.ViewView"][];
        };
        "events.Changed": {
            /** @enum {string} */
            what: "complaint" | "referral" | "asked" | "approval" | "preservation" | "import" | "organisation" | "calendar" | "notice";
            id?: number | null;
        };
        "evidence.TimelineEntry": {
            /** Format: int64 */
            n: number;
            kind: string;
            /** Format: date-time */
            at: string;
            actor_id?: number | null;
            facts: Record<string, never>;
            leaf_hash: string;
            place?: number | null;
        };
        "exchange.BatchList": {
            items: components["schemas"]["exchange.BatchView"][];
        };
        "exchange.BatchView": {
            id: number;
            mapping: string;
            target: string;
            /** @enum {string} */
            state: "running" | "done" | "broken" | "undoing" | "undone";
            /** Format: int64 */
            rows: number;
            /** Format: int64 */
            created: number;
            /** Format: int64 */
            known: number;
            /** Format: int64 */
            failed: number;
            /** Format: date-time */
            started_at: string;
            ended_at?: string | null;
            broken_by?: ("failure" | "stop" | "clock" | "space" | "restart" | "right") | null;
        };
        "exchange.ErrorList": {
            items: components["schemas"]["exchange.ImportError"][];
        };
        "exchange.ImportError": {
            /** Format: int64 */
            line: number;
            code: string;
            field: string;
            column: string;
        };
        "exchange.Report": {
            batch_id?: number | null;
            /** Format: int64 */
            rows: number;
            /** Format: int64 */
            created: number;
            /** Format: int64 */
            known: number;
            /** Format: int64 */
            failed: number;
            broken_by?: ("failure" | "stop" | "clock" | "space" | "restart" | "right") | null;
            errors: components["schemas"]["exchange.ImportError"][];
        };
        "identity.AppointmentEnd": {
            until_on?: string | null;
            successor_id?: number | null;
        };
        "identity.AppointmentView": {
            id: number;
            post: string;
            post_name: string;
            post_name_en: string;
            unit_id: number;
            unit: string;
            /** @enum {string} */
            kind: "main" | "part_time";
            on_behalf_of_id?: number | null;
            on_behalf_of?: string | null;
        };
        "identity.Confirmation": {
            code: string;
        };
        "identity.Credentials": {
            login: string;
            password: string;
            code?: string | null;
        };
        "identity.GlassList": {
            items: components["schemas"]["identity.GlassView"][];
        };
        "identity.GlassNotice": {
            /** Format: date-time */
            ends_at: string;
            /** Format: int64 */
            fields_max: number;
            /** Format: date-time */
            rule_before_at: string;
        };
        "identity.GlassView": {
            id: number;
            person_id: number;
            name: string;
            post: string;
            /** @description personal: masked in answers */
            reason: string;
            /** Format: date-time */
            begun_at: string;
            /** Format: date-time */
            ends_at: string;
            /** Format: int64 */
            fields: number;
            /** Format: int64 */
            fields_max: number;
            /** Format: date-time */
            rule_before_at: string;
            is_overdue: boolean;
            ruling?: ("justified" | "unjustified") | null;
            ruled_by_id?: number | null;
            ruled_at?: string | null;
        };
        "identity.GrantList": {
            items: components["schemas"]["identity.GrantView"][];
        };
        "identity.GrantView": {
            id: number;
            appointment_id: number;
            permission: string;
            /** @enum {string} */
            reach: "department" | "unit" | "sub_branch" | "branch" | "bank";
            /** @enum {string} */
            sensitivity: "masked" | "personal" | "restricted";
            /** Format: date */
            since_on: string;
            /** Format: date */
            until_on: string;
        };
        "identity.JurisdictionView": {
            id: number;
            unit_id: number;
            over_id: number;
            matter: string;
            /** Format: date */
            since_on: string;
            until_on?: string | null;
        };
        "identity.Leaving": {
            successor_id?: number | null;
            reason: string;
        };
        "identity.MemberView": {
            appointment_id: number;
            person_id: number;
            staff_no: string;
            name: string;
            post: string;
            /** @enum {string} */
            kind: "main" | "part_time";
            /** @enum {string} */
            duty: "none" | "head" | "officer";
            /** Format: date */
            since_on: string;
            until_on?: string | null;
        };
        "identity.Move": {
            parent_id: number;
            on?: string | null;
            reason: string;
        };
        "identity.NewAppointment": {
            post: string;
            unit_id: number;
            kind?: ("main" | "part_time") | null;
            since_on?: string | null;
            until_on?: string | null;
        };
        "identity.NewGlass": {
            /** @description personal: masked in answers */
            reason: string;
        };
        "identity.NewGrant": {
            permission: string;
            /** @enum {string} */
            reach: "department" | "unit" | "sub_branch" | "branch" | "bank";
            /** @enum {string} */
            sensitivity: "masked" | "personal" | "restricted";
            /** Format: date */
            until_on: string;
            reason: string;
        };
        "identity.NewJurisdiction": {
            unit_id: number;
            over_id: number;
            matter: string;
            since_on?: string | null;
        };
        "identity.NewPassword": {
            password: string;
            new_password: string;
        };
        "identity.NewPerson": {
            staff_no: string;
            login?: string | null;
            name: string;
            identity_number?: string | null;
            appointment?: components["schemas"]["identity.NewAppointment"] | null;
        };
        "identity.NewReset": {
            reason: string;
        };
        "identity.NewRuling": {
            /** @enum {string} */
            ruling: "justified" | "unjustified";
            reason: string;
        };
        "identity.NewSecondFactor": {
            secret: string;
            address: string;
        };
        "identity.NewSubstitute": {
            substitute_id: number;
            /** Format: date */
            since_on: string;
            /** Format: date */
            until_on: string;
        };
        "identity.NewUnit": {
            code: string;
            name: string;
            name_en?: string | null;
            /** @enum {string} */
            kind: "head_office" | "branch" | "sub_branch" | "outlet" | "department" | "committee";
            parent_id?: number | null;
            line?: string | null;
            opened_on?: string | null;
        };
        "identity.PasswordReset": {
            token: string;
            code: string;
            password: string;
        };
        "identity.PeriodView": {
            /** Format: date */
            since_on: string;
            until_on?: string | null;
            code: string;
            name: string;
            name_en: string;
            line: string;
            parent_id?: number | null;
            reason: string;
        };
        "identity.PersonChange": {
            name: string;
            login?: string | null;
            identity_number?: string | null;
        };
        "identity.PersonView": {
            id: number;
            staff_no: string;
            login: string;
            name: string;
            post: string;
            post_name: string;
            post_name_en: string;
            unit_id: number;
            unit: string;
            /** @enum {string} */
            level: "bank" | "branch" | "sub_branch" | "outlet" | "department";
        };
        "identity.PostGrantView": {
            permission: string;
            /** @enum {string} */
            reach: "department" | "unit" | "sub_branch" | "branch" | "bank";
            /** @enum {string} */
            sensitivity: "masked" | "personal" | "restricted";
        };
        "identity.PostList": {
            items: components["schemas"]["identity.PostView"][];
        };
        "identity.PostView": {
            code: string;
            name: string;
            name_en: string;
            kinds: ("head_office" | "branch" | "sub_branch" | "outlet" | "department" | "committee")[];
            levels: ("bank" | "branch" | "sub_branch" | "outlet" | "department")[];
            /** @enum {string} */
            duty: "none" | "head" | "officer";
            is_system: boolean;
            needs_second_factor: boolean;
            may_break_glass: boolean;
            leads_complaints: boolean;
            grants: components["schemas"]["identity.PostGrantView"][];
        };
        "identity.PostedView": {
            id: number;
            post: string;
            post_name: string;
            post_name_en: string;
            unit_id: number;
            unit: string;
            /** @enum {string} */
            kind: "main" | "part_time";
            /** Format: date */
            since_on: string;
            until_on?: string | null;
        };
        "identity.Proof": {
            password: string;
            code?: string | null;
        };
        "identity.Renaming": {
            name: string;
            name_en?: string | null;
            code?: string | null;
            line?: string | null;
            on?: string | null;
            reason: string;
        };
        "identity.ResetList": {
            items: components["schemas"]["identity.ResetView"][];
        };
        "identity.ResetNotice": {
            /** Format: date-time */
            at: string;
            asked_by?: string | null;
            approved_by?: string | null;
        };
        "identity.ResetView": {
            id: number;
            person_id: number;
            staff_no: string;
            name: string;
            asked_by_id?: number | null;
            /** @enum {string} */
            state: "asked" | "approved" | "used" | "refused" | "expired";
            /** Format: date-time */
            asked_at: string;
            /** Format: date-time */
            ends_at: string;
            token?: string | null;
            code?: string | null;
        };
        "identity.SessionList": {
            items: components["schemas"]["identity.ShownSession"][];
        };
        "identity.SessionView": {
            csrf_token: string;
            person: components["schemas"]["identity.PersonView"];
            appointment_id: number;
            on_behalf_of?: string | null;
            appointments: components["schemas"]["identity.AppointmentView"][];
            permissions: string[];
            /** @enum {string} */
            due: "nothing" | "password" | "second_factor";
            reset?: components["schemas"]["identity.ResetNotice"] | null;
            glass?: components["schemas"]["identity.GlassNotice"] | null;
            /** Format: date-time */
            expires_at: string;
        };
        "identity.ShownSession": {
            id: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            seen_at: string;
            remote: string;
            device: string;
            is_this: boolean;
        };
        "identity.SignInView": {
            id: number;
            /** @enum {string} */
            kind: "entered" | "entered_again" | "failed" | "locked" | "left" | "ended";
            person_id?: number | null;
            staff_no?: string | null;
            name?: string | null;
            remote: string;
            device: string;
            /** Format: int64 */
            amount: number;
            /** Format: date-time */
            first_at: string;
            /** Format: date-time */
            last_at: string;
        };
        "identity.StaffList": {
            items: components["schemas"]["identity.StaffView"][];
        };
        "identity.StaffSearch": {
            login?: string | null;
            staff_no?: string | null;
            name?: string | null;
        };
        "identity.StaffView": {
            id: number;
            staff_no: string;
            login: string;
            name: string;
            /** @enum {string} */
            status: "active" | "suspended" | "left";
            left_on?: string | null;
            appointments: components["schemas"]["identity.PostedView"][];
            /** Format: int64 */
            version: number;
        };
        "identity.SubstituteList": {
            items: components["schemas"]["identity.SubstituteView"][];
        };
        "identity.SubstituteView": {
            id: number;
            absent_id: number;
            absent: string;
            substitute_id: number;
            substitute: string;
            /** Format: date */
            since_on: string;
            /** Format: date */
            until_on: string;
        };
        "identity.Suspension": {
            reason: string;
        };
        "identity.Switch": {
            appointment_id: number;
        };
        "identity.Tree": {
            /** Format: date */
            on: string;
            items: components["schemas"]["identity.UnitLine"][];
        };
        "identity.UnitClosure": {
            successor_id: number;
            on?: string | null;
            reason: string;
        };
        "identity.UnitLine": {
            id: number;
            code: string;
            name: string;
            name_en: string;
            /** @enum {string} */
            kind: "head_office" | "branch" | "sub_branch" | "outlet" | "department" | "committee";
            /** @enum {string} */
            level: "bank" | "branch" | "sub_branch" | "outlet" | "department";
            parent_id?: number | null;
            line: string;
            /** Format: int64 */
            depth: number;
            closed_on?: string | null;
            head?: string | null;
            officer?: string | null;
            /** Format: int64 */
            version: number;
        };
        "identity.UnitView": {
            id: number;
            code: string;
            name: string;
            name_en: string;
            /** @enum {string} */
            kind: "head_office" | "branch" | "sub_branch" | "outlet" | "department" | "committee";
            /** @enum {string} */
            level: "bank" | "branch" | "sub_branch" | "outlet" | "department";
            parent_id?: number | null;
            line: string;
            /** Format: date */
            opened_on: string;
            closed_on?: string | null;
            periods: components["schemas"]["identity.PeriodView"][];
            members: components["schemas"]["identity.MemberView"][];
            jurisdictions: components["schemas"]["identity.JurisdictionView"][];
            lacks: string[];
            /** Format: int64 */
            version: number;
        };
        "inbox.Inbox": {
            items: components["schemas"]["inbox.ToldView"][];
            is_more: boolean;
        };
        "inbox.ToldView": {
            id: number;
            /** @enum {string} */
            kind: "assigned" | "granted" | "refused" | "handed_back";
            is_to_unit: boolean;
            matter?: string | null;
            subject_kind: string;
            subject_id: number;
            subject_number: string;
            approval_id?: number | null;
            /** Format: date-time */
            told_at: string;
        };
        "notices.ShownNotice": {
            id: number;
            /** @description personal: masked in answers */
            to: string;
            /** @description personal, opened with a reason */
            text: string;
            /** Format: date-time */
            made_at: string;
        };
        "notices.ShownNotices": {
            items: components["schemas"]["notices.ShownNotice"][];
        };
        "portal.AcceptanceGiven": {
            code: string;
            note?: string | null;
        };
        "portal.CaseAct": {
            /** @enum {string} */
            act: "supplement" | "rate" | "withdraw" | "accept" | "dispute" | "change_contact";
            needs_code: boolean;
        };
        "portal.CaseView": {
            number: string;
            /** @enum {string} */
            state: "registered" | "accepted" | "assigned" | "handling" | "proposed" | "decided" | "answered" | "closed" | "withdrawn" | "redirected" | "refused" | "joined";
            /** Format: date-time */
            received_at: string;
            unit: components["schemas"]["complaints.UnitNames"];
            steps: components["schemas"]["complaints.StepTaken"][];
            answer_by?: components["schemas"]["complaints.DayFacts"] | null;
            contact_by?: components["schemas"]["complaints.DayFacts"] | null;
            is_over: boolean;
            can: components["schemas"]["portal.CaseAct"][];
            phone?: string | null;
            supplement_request?: components["schemas"]["complaints.AskedFor"] | null;
            answered_at?: string | null;
            answer?: components["schemas"]["complaints.AnswerGiven"] | null;
            accepted_at?: string | null;
            dispute_until?: string | null;
            objection?: components["schemas"]["complaints.ObjectionMade"] | null;
            /** Format: int64 */
            files: number;
            telephone: string;
        };
        "portal.Choice": {
            code: string;
            zh: string;
            en: string;
            parent?: string | null;
        };
        "portal.Choices": {
            telephone: string;
            address: string;
            has_sms: boolean;
            is_demo: boolean;
            businesses: components["schemas"]["portal.Choice"][];
            claim_kinds: components["schemas"]["portal.Choice"][];
            customer_groups: components["schemas"]["portal.Choice"][];
            customer_kinds: components["schemas"]["portal.Choice"][];
            agent_relations: components["schemas"]["portal.Choice"][];
            units: components["schemas"]["portal.UnitChoice"][];
            file_limits: components["schemas"]["portal.FileLimits"];
            /** Format: int64 */
            draft_days: number;
        };
        "portal.CodeRequest": {
            /** @enum {string} */
            act: "withdraw" | "accept" | "dispute" | "change_contact";
        };
        "portal.CodeSent": {
            /** @description personal: masked in answers */
            sent_to: string;
            /** Format: date-time */
            expires_at: string;
        };
        "portal.ContactGiven": {
            code: string;
            /** @description personal: masked in answers */
            phone: string;
        };
        "portal.Done": Record<string, never>;
        "portal.DraftView": {
            id: number;
            content: components["schemas"]["portal.Filing"];
            files: components["schemas"]["portal.FileView"][];
            /** Format: date-time */
            saved_at: string;
            /** Format: date-time */
            expires_at: string;
            is_submitted: boolean;
        };
        "portal.FileLimits": {
            /** Format: int64 */
            image_mb: number;
            /** Format: int64 */
            document_mb: number;
            /** Format: int64 */
            text_mb: number;
            /** Format: int64 */
            audio_mb: number;
            /** Format: int64 */
            video_mb: number;
            /** Format: int64 */
            files_max: number;
            /** Format: int64 */
            total_mb: number;
        };
        "portal.FileView": {
            /** Format: int64 */
            id: number;
            /** @enum {string} */
            kind: "supporting_document" | "identity_document" | "authorisation" | "voucher" | "recording" | "letter" | "proof" | "other";
            /** @description personal, opened with a reason */
            name: string;
            type: string;
            media_type: string;
            /** Format: int64 */
            bytes: number;
        };
        "portal.Filing": {
            step?: string | null;
            unit_code?: string | null;
            customer_kind?: ("personal" | "self_employed" | "enterprise") | null;
            customer_groups?: string[] | null;
            business?: string | null;
            product?: string | null;
            claim_kinds?: string[] | null;
            summary?: string | null;
            description?: string | null;
            claim?: string | null;
            amount_fen?: number | null;
            name?: string | null;
            phone?: string | null;
            identity_number?: string | null;
            credit_code?: string | null;
            card_number?: string | null;
            email?: string | null;
            address?: string | null;
            agent?: components["schemas"]["complaints.NewAgent"] | null;
        };
        "portal.Look": {
            number: string;
            code: string;
        };
        "portal.NewDraft": {
            id: number;
            token: string;
            /** Format: date-time */
            expires_at: string;
        };
        "portal.ObjectionRaised": {
            code: string;
            /** @description personal: masked in answers */
            reason: string;
        };
        "portal.Puzzle": {
            puzzle: string;
            /** Format: int64 */
            count: number;
            /** Format: int64 */
            bits: number;
            /** Format: date-time */
            expires_at: string;
        };
        "portal.RatingGiven": {
            /** Format: int64 */
            result_score: number;
            /** Format: int64 */
            process_score: number;
            /** Format: int64 */
            attitude_score: number;
            note?: string | null;
        };
        "portal.Receipt": {
            number: string;
            receipt_code: string;
            /** @enum {string} */
            state: "registered" | "accepted" | "assigned" | "handling" | "proposed" | "decided" | "answered" | "closed" | "withdrawn" | "redirected" | "refused" | "joined";
            /** Format: date-time */
            received_at: string;
            unit: components["schemas"]["complaints.UnitNames"];
            answer_by?: components["schemas"]["complaints.DayFacts"] | null;
            contact_by?: components["schemas"]["complaints.DayFacts"] | null;
            telephone: string;
        };
        "portal.Supplementing": {
            /** @description personal: masked in answers */
            note: string;
        };
        "portal.UnitChoice": {
            code: string;
            name: string;
            name_en: string;
            /** @enum {string} */
            kind: "head_office" | "branch" | "sub_branch" | "outlet" | "department" | "committee";
            parent_code?: string | null;
        };
        "portal.WithdrawalAsked": {
            code: string;
            reason?: string | null;
        };
        "referrals.Account": {
            /** @description personal: masked in answers */
            basic_facts: string;
            /** @description personal: masked in answers */
            contacts: string;
            /** @description personal: masked in answers */
            findings: string;
            /** @description personal: masked in answers */
            outcome: string;
            responsibility?: string | null;
            rectification?: string | null;
        };
        "referrals.Approval": {
            note?: string | null;
        };
        "referrals.Asked": {
            ids: number[];
        };
        "referrals.Callback": {
            /** @enum {string} */
            result: "satisfied" | "basically_satisfied" | "dissatisfied" | "not_reached" | "not_called";
            note?: string | null;
        };
        "referrals.Candidate": {
            complaint_id: number;
            number: string;
            /** @enum {string} */
            state: "registered" | "accepted" | "assigned" | "handling" | "proposed" | "decided" | "answered" | "closed" | "withdrawn" | "redirected" | "refused" | "joined";
            /** Format: date-time */
            received_at: string;
            /** @description personal: masked in answers */
            summary: string;
            complainant_name?: string | null;
            /** Format: int64 */
            points: number;
            grounds: ("name_fits" | "surname_fits" | "phone_fits" | "same_matter" | "near_in_time")[];
            /** Format: int64 */
            shared_percent: number;
        };
        "referrals.CandidateLists": {
            items: components["schemas"]["referrals.Candidates"][];
            /** Format: int64 */
            compared: number;
            is_whole: boolean;
        };
        "referrals.Candidates": {
            referral_id: number;
            items: components["schemas"]["referrals.Candidate"][];
        };
        "referrals.Counts": {
            items: components["schemas"]["referrals.ReferralCount"][];
        };
        "referrals.FillBack": {
            at?: string | null;
            proof: string;
        };
        "referrals.MatchInput": {
            complaint_id: number;
        };
        "referrals.NewCase": {
            business_channel?: string | null;
            business?: string | null;
            cause?: string | null;
            summary?: string | null;
            accused_id?: number | null;
            complainant?: components["schemas"]["complaints.NewComplainant"] | null;
        };
        "referrals.NewContact": {
            at?: string | null;
            /** @enum {string} */
            means: "phone" | "sms" | "letter" | "visit" | "other";
            is_reached: boolean;
            note?: string | null;
        };
        "referrals.OpenedReferral": {
            complainant_name?: string | null;
            phone?: string | null;
            wording?: string | null;
            demand?: string | null;
            source_record?: string | null;
        };
        "referrals.Opening": {
            fields: ("complainant_name" | "phone" | "wording" | "demand" | "source_record")[];
            /** @description personal: masked in answers */
            reason: string;
        };
        "referrals.ReferralCount": {
            /** @enum {string} */
            bureau: "nfra" | "pboc" | "city";
            /** @enum {string} */
            state: "received" | "signed_in" | "contacted" | "working" | "account_drafted" | "account_approved" | "filled_back" | "returned" | "done";
            /** Format: int64 */
            count: number;
            /** Format: int64 */
            unmatched: number;
            /** Format: int64 */
            upgraded: number;
        };
        "referrals.ReferralItem": {
            id: number;
            /** @enum {string} */
            bureau: "nfra" | "pboc" | "city";
            number: string;
            /** @enum {string} */
            state: "received" | "signed_in" | "contacted" | "working" | "account_drafted" | "account_approved" | "filled_back" | "returned" | "done";
            /** Format: date-time */
            received_at: string;
            signed_in_at?: string | null;
            contacted_at?: string | null;
            /** Format: int64 */
            attempts: number;
            due_on?: string | null;
            inner_on?: string | null;
            due_at?: string | null;
            complainant_name?: string | null;
            phone?: string | null;
            topic?: string | null;
            /** @enum {string} */
            matched: "open" | "ours" | "registered";
            complaint_id?: number | null;
            is_upgraded: boolean;
            filled_back_at?: string | null;
            /** Format: int64 */
            returns: number;
            callback?: ("satisfied" | "basically_satisfied" | "dissatisfied" | "not_reached" | "not_called") | null;
            branch_id?: number | null;
            handling_unit_id?: number | null;
            /** Format: int64 */
            version: number;
        };
        "referrals.ReferralState": {
            id: number;
            /** @enum {string} */
            bureau: "nfra" | "pboc" | "city";
            number: string;
            /** @enum {string} */
            state: "received" | "signed_in" | "contacted" | "working" | "account_drafted" | "account_approved" | "filled_back" | "returned" | "done";
            due_at?: string | null;
            complaint_id?: number | null;
            /** Format: int64 */
            version: number;
        };
        "referrals.ReferralView": {
            id: number;
            /** @enum {string} */
            bureau: "nfra" | "pboc" | "city";
            number: string;
            /** @enum {string} */
            state: "received" | "signed_in" | "contacted" | "working" | "account_drafted" | "account_approved" | "filled_back" | "returned" | "done";
            /** Format: date-time */
            received_at: string;
            signed_in_at?: string | null;
            contacted_at?: string | null;
            /** Format: int64 */
            attempts: number;
            due_on?: string | null;
            inner_on?: string | null;
            due_at?: string | null;
            complainant_name?: string | null;
            phone?: string | null;
            topic?: string | null;
            /** @enum {string} */
            matched: "open" | "ours" | "registered";
            complaint_id?: number | null;
            is_upgraded: boolean;
            filled_back_at?: string | null;
            /** Format: int64 */
            returns: number;
            callback?: ("satisfied" | "basically_satisfied" | "dissatisfied" | "not_reached" | "not_called") | null;
            branch_id?: number | null;
            handling_unit_id?: number | null;
            /** Format: int64 */
            version: number;
            /** @description personal: masked in answers */
            wording: string;
            demand?: string | null;
            source_record?: string | null;
            /** Format: date-time */
            registered_at: string;
            basic_facts?: string | null;
            contacts?: string | null;
            findings?: string | null;
            outcome?: string | null;
            responsibility?: string | null;
            rectification?: string | null;
            drafted_by_id?: number | null;
            drafted_at?: string | null;
            approved_by_id?: number | null;
            approved_at?: string | null;
            fill_back_proof?: string | null;
            done_at?: string | null;
            clocks: components["schemas"]["complaints.ClockView"][];
        };
        "referrals.Rework": {
            due_on?: string | null;
            /** @description personal: masked in answers */
            reason: string;
        };
        "referrals.SendingBack": {
            /** @description personal: masked in answers */
            reason: string;
        };
        "referrals.SignIn": {
            ids: number[];
            at?: string | null;
        };
        "referrals.SignInOutcome": {
            id: number;
            state?: ("received" | "signed_in" | "contacted" | "working" | "account_drafted" | "account_approved" | "filled_back" | "returned" | "done") | null;
            code?: string | null;
        };
        "referrals.SignInOutcomes": {
            items: components["schemas"]["referrals.SignInOutcome"][];
        };
        "referrals.TakeUp": {
            note?: string | null;
        };
        "referrals.Timeline": {
            items: components["schemas"]["evidence.TimelineEntry"][];
        };
        "search.Hit": {
            /** @enum {string} */
            kind: "complaint" | "referral" | "unit" | "person";
            /** Format: int64 */
            id: number;
            number: string;
            name?: string | null;
            name_en?: string | null;
            intake_kind?: string | null;
            bureau?: string | null;
            state: string;
            at?: string | null;
            /** @enum {string} */
            place: "number" | "source_number" | "name" | "name_en" | "summary" | "description" | "claim" | "topic" | "wording" | "demand";
            excerpt: string;
            marks: components["schemas"]["search.Mark"][];
        };
        "search.Hits": {
            items: components["schemas"]["search.Hit"][];
            next_cursor?: string | null;
            /** Format: int64 */
            unread: number;
        };
        "search.Mark": {
            /** Format: int64 */
            from: number;
            /** Format: int64 */
            until: number;
        };
        "search.Question": {
            text: string;
            kinds?: ("complaint" | "referral" | "unit" | "person")[] | null;
            limit?: number | null;
            cursor?: string | null;
        };
        "staffing.MissingDuty": {
            unit: string;
            /** @enum {string} */
            duty: "none" | "head" | "officer";
        };
        "staffing.Outcome": {
            /** Format: int64 */
            rows: number;
            /** Format: int64 */
            created: number;
            /** Format: int64 */
            moved: number;
            /** Format: int64 */
            changed: number;
            /** Format: int64 */
            ended: number;
            /** Format: int64 */
            unchanged: number;
            /** Format: int64 */
            failed: number;
            /** Format: int64 */
            unrehearsed: number;
            errors: components["schemas"]["staffing.RowError"][];
            lacks: components["schemas"]["staffing.MissingDuty"][];
        };
        "staffing.RowError": {
            /** Format: int64 */
            line: number;
            key: string;
            code: string;
            field: string;
        };
        "taxonomies.BookView": {
            items: components["schemas"]["taxonomies.Taxonomy"][];
            /** Format: int64 */
            version: number;
        };
        "taxonomies.Item": {
            code: string;
            zh: string;
            en: string;
            parent?: string | null;
            official_code?: string | null;
            other_names: string[];
            care: string[];
            /** @enum {string} */
            mark: "found" | "memory" | "design" | "bank";
            /** Format: date */
            effective_from: string;
            retired_on?: string | null;
        };
        "taxonomies.Taxonomy": {
            name: string;
            zh: string;
            en: string;
            /** Format: int64 */
            version: number;
            /** Format: int64 */
            own_version: number;
            source: string;
            /** @enum {string} */
            mark: "found" | "memory" | "design" | "bank";
            /** Format: date */
            effective_from: string;
            items: components["schemas"]["taxonomies.Item"][];
        };
        "tip_offs.Assignment": {
            unit_id: number;
            handler_id: number;
        };
        "tip_offs.Closure": {
            told?: components["schemas"]["tip_offs.ResultTold"] | null;
        };
        "tip_offs.Counts": {
            items: components["schemas"]["tip_offs.StateCount"][];
        };
        "tip_offs.Decision": {
            /** @enum {string} */
            finding: "substantiated" | "partly" | "unsubstantiated" | "cannot_tell";
            /** @description personal: masked in answers */
            decision: string;
        };
        "tip_offs.NewTipOff": {
            /** @description personal: masked in answers */
            summary: string;
            wording?: string | null;
            received_at?: string | null;
            due_on?: string | null;
            reported_ids?: number[] | null;
            reported_unit_ids?: number[] | null;
            reporter_name?: string | null;
            reporter_reach?: string | null;
        };
        "tip_offs.OpenedReporter": {
            reporter_name?: string | null;
            reporter_reach?: string | null;
        };
        "tip_offs.Opening": {
            /** @description personal: masked in answers */
            reason: string;
        };
        "tip_offs.Registered": {
            id: number;
            number: string;
        };
        "tip_offs.ResultTold": {
            /** Format: date-time */
            at: string;
            by: string;
            proof: string;
        };
        "tip_offs.SealedNotice": {
            /** @enum {string} */
            kind: "warning" | "overdue" | "resting";
            /** @enum {string} */
            rung: "owner" | "unit_head" | "officer" | "branch" | "head_office" | "complaint_head" | "superior" | "executive";
            /** Format: date-time */
            due_at: string;
            /** Format: date-time */
            sent_at: string;
        };
        "tip_offs.StateCount": {
            /** @enum {string} */
            state: "received" | "assigned" | "decided" | "closed";
            /** Format: int64 */
            count: number;
        };
        "tip_offs.Timeline": {
            items: components["schemas"]["evidence.TimelineEntry"][];
        };
        "tip_offs.TipOffItem": {
            id: number;
            number: string;
            /** @enum {string} */
            state: "received" | "assigned" | "decided" | "closed";
            is_anonymous: boolean;
            /** @description personal: masked in answers */
            summary: string;
            /** Format: date-time */
            received_at: string;
            due_at?: string | null;
            handling_unit_id?: number | null;
            handler_id?: number | null;
            finding?: ("substantiated" | "partly" | "unsubstantiated" | "cannot_tell") | null;
            closed_at?: string | null;
            /** Format: int64 */
            version: number;
        };
        "tip_offs.TipOffState": {
            id: number;
            number: string;
            /** @enum {string} */
            state: "received" | "assigned" | "decided" | "closed";
            due_at?: string | null;
            /** Format: int64 */
            version: number;
        };
        "tip_offs.TipOffView": {
            id: number;
            number: string;
            /** @enum {string} */
            state: "received" | "assigned" | "decided" | "closed";
            is_anonymous: boolean;
            /** @description personal: masked in answers */
            summary: string;
            /** Format: date-time */
            received_at: string;
            due_at?: string | null;
            handling_unit_id?: number | null;
            handler_id?: number | null;
            finding?: ("substantiated" | "partly" | "unsubstantiated" | "cannot_tell") | null;
            closed_at?: string | null;
            /** Format: int64 */
            version: number;
            wording?: string | null;
            reporter_name?: string | null;
            reporter_reach?: string | null;
            /** Format: date-time */
            registered_at: string;
            reported_ids: number[];
            decision?: string | null;
            decided_by_id?: number | null;
            decided_at?: string | null;
            told_at?: string | null;
            told_by?: string | null;
            told_proof?: string | null;
            notices: components["schemas"]["tip_offs.SealedNotice"][];
        };
        "today.Day": {
            /** Format: date */
            on: string;
            is_workday?: boolean | null;
            /** Format: int64 */
            complaints: number;
            /** Format: int64 */
            referrals: number;
            /** Format: int64 */
            supervisions: number;
            /** Format: int64 */
            tasks: number;
            /** Format: int64 */
            promises: number;
            /** Format: int64 */
            evidence: number;
            is_more: boolean;
        };
        "today.Must": {
            /** @enum {string} */
            kind: "overdue" | "due_today" | "referral_overdue" | "referral_due_today" | "referral_unsigned" | "referral_uncontacted" | "supervision_due" | "task_due" | "promise_due" | "contact_due" | "evidence_ending" | "untaken" | "approval_waiting";
            /** @enum {string} */
            what: "complaint" | "referral" | "supervision" | "task" | "fulfilment" | "preservation" | "approval";
            /** Format: int64 */
            id: number;
            number: string;
            title?: string | null;
            complaint_id?: number | null;
            unit_id?: number | null;
            handler_id?: number | null;
            due_at?: string | null;
            contact_on?: string | null;
            amount_fen?: number | null;
            /** @enum {string} */
            action: "open" | "chase" | "sign_in" | "contact" | "reply" | "answer" | "fulfil" | "secure" | "take_over" | "approve";
        };
        "today.MustCount": {
            /** @enum {string} */
            kind: "overdue" | "due_today" | "referral_overdue" | "referral_due_today" | "referral_unsigned" | "referral_uncontacted" | "supervision_due" | "task_due" | "promise_due" | "contact_due" | "evidence_ending" | "untaken" | "approval_waiting";
            /** Format: int64 */
            count: number;
            is_more: boolean;
        };
        "today.Musts": {
            items: components["schemas"]["today.Must"][];
            counts: components["schemas"]["today.MustCount"][];
        };
        "today.Number": {
            /** @enum {string} */
            code: "received" | "referred" | "in_hand" | "due_soon" | "overdue" | "approvals";
            /** Format: int64 */
            count: number;
            is_more: boolean;
            yesterday?: number | null;
            week_ago?: number | null;
            list: string;
            query: string;
        };
        "today.Today": {
            /** Format: date-time */
            as_of: string;
            /** Format: date */
            today: string;
            numbers: components["schemas"]["today.Number"][];
            musts: components["schemas"]["today.Musts"];
            unusual: components["schemas"]["today.Unusual"][];
            week: components["schemas"]["today.Day"][];
        };
        "today.Unusual": {
            /** @enum {string} */
            code: "business_cause" | "similar_texts";
            business?: string | null;
            cause?: string | null;
            /** @enum {string} */
            span: "week" | "day";
            /** Format: int64 */
            count: number;
            usual_tenths?: number | null;
            /** Format: date */
            since_on: string;
            complaint_id?: number | null;
            number?: string | null;
        };
        "workflow.DayRun": {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** Format: int64 */
            days: number;
            counts: boolean;
            /** @enum {string} */
            reason: "counted" | "make_up" | "weekend" | "holiday" | "appraisal" | "mediation";
            name: string;
            /** Format: int64 */
            counted: number;
        };
        "workflow.Explanation": {
            span: string;
            zh: string;
            en: string;
            rule: string;
            /** Format: int64 */
            version: number;
            /** @enum {string} */
            kind: "regulatory" | "internal" | "promised";
            source: string;
            /** @enum {string} */
            mark: "found" | "memory" | "design" | "bank";
            /** Format: date */
            effective_from: string;
            effective_until?: string | null;
            /** Format: int64 */
            length: number;
            /** @enum {string} */
            measure: "calendar_days" | "working_days" | "hours";
            /** @enum {string} */
            counts_from: "received" | "registered" | "referred" | "application_received" | "decision_received" | "accepted" | "incident_found" | "recorded" | "contacted" | "dispatched";
            /** Format: date-time */
            started_at: string;
            /** Format: date */
            started_on: string;
            first_started_at?: string | null;
            recounted_at?: string | null;
            extended_to: number[];
            days: components["schemas"]["workflow.DayRun"][];
            missing_years: number[];
            agreed_on?: string | null;
            regulator_on?: string | null;
            told_on?: string | null;
            inner_on?: string | null;
            /** Format: date */
            due_on: string;
            /** Format: date-time */
            due_at: string;
            /** @enum {string} */
            due_day: "working" | "make_up" | "weekend" | "holiday";
            due_day_name: string;
            rests: boolean;
            stopped_at?: string | null;
            text: components["schemas"]["workflow.Sentences"];
        };
        "workflow.Extension": {
            /** Format: int64 */
            to_total: number;
            /** @enum {string} */
            approver: "nobody_named" | "complaint_head" | "superior_or_executive" | "head";
            needs_notice: boolean;
        };
        "workflow.Sentences": {
            zh: string[];
            en: string[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "session.look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.SessionView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "session.enter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["identity.Credentials"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.SessionView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "session.leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "session.begin_second_factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.NewSecondFactor"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "session.switch_appointment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["identity.Switch"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.SessionView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "session.enter_again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["identity.Proof"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.SessionView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "session.change_password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["identity.NewPassword"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.SessionView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "session.confirm_second_factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["identity.Confirmation"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.SessionView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sessions.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.SessionList"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sessions.end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.SessionList"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sessions.of_person": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.SessionList"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sessions.end_of_person": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.SessionList"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sign_ins.list": {
        parameters: {
            query?: {
                sort?: string;
                limit?: string;
                cursor?: string;
                before?: string;
                from?: string;
                kind?: string;
                person_id?: string;
                remote?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["identity.SignInView"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "organisation.tree": {
        parameters: {
            query?: {
                on?: string;
                under?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.Tree"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "organisation.find": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.UnitView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "organisation.open": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["identity.NewUnit"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.UnitView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "organisation.move": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["identity.Move"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.UnitView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "organisation.rename": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["identity.Renaming"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.UnitView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "organisation.close": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["identity.UnitClosure"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.UnitView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "organisation.give_jurisdiction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["identity.NewJurisdiction"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.JurisdictionView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "organisation.end_jurisdiction": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.JurisdictionView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.list": {
        parameters: {
            query?: {
                sort?: string;
                limit?: string;
                cursor?: string;
                login?: string;
                staff_no?: string;
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["identity.StaffView"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.hire": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["identity.NewPerson"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.StaffView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["identity.StaffSearch"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.StaffList"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.find": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.StaffView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["identity.PersonChange"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.StaffView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.suspend": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["identity.Suspension"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.StaffView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["identity.Suspension"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.StaffView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.leave": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["identity.Leaving"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.StaffView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.rehire": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["identity.Suspension"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.StaffView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.appoint": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["identity.NewAppointment"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.PostedView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.transfer": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["identity.NewAppointment"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.PostedView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.end_appointment": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["identity.AppointmentEnd"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.PostedView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.grant": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["identity.NewGrant"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.GrantView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.grants": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.GrantList"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.end_grant": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.GrantView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.name_substitute": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["identity.NewSubstitute"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.SubstituteView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "substitutes.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.SubstituteList"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "substitutes.name": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["identity.NewSubstitute"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.SubstituteView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "substitutes.end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.SubstituteView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "posts.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.PostList"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "resets.ask": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["identity.NewReset"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.ResetView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "resets.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.ResetList"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "resets.approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.ResetView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "resets.refuse": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.ResetView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "session.use_reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["identity.PasswordReset"];
            };
        };
        responses: {
            /** @description done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "break_glass.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.GlassList"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "break_glass.begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["identity.NewGlass"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.GlassView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "break_glass.rule": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["identity.NewRuling"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity.GlassView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "clock_notices.list": {
        parameters: {
            query?: {
                sort?: string;
                limit?: string;
                cursor?: string;
                kind?: string;
                outlet_id?: string;
                rung?: string;
                span?: string;
                subject_id?: string;
                yours?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["clocks.NoticeView"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "clock_notices.acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["clocks.NoticeView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "clocks.rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["clocks.RuleBookView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "clocks.calendar": {
        parameters: {
            query?: {
                year?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["clocks.CalendarView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "inbox.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["inbox.Inbox"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "inbox.acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["inbox.Inbox"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "approvals.list": {
        parameters: {
            query?: {
                sort?: string;
                limit?: string;
                cursor?: string;
                matter?: string;
                state?: string;
                subject_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["approvals.ApprovalItem"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "approvals.find": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["approvals.ApprovalView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "approvals.decide": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["approvals.VerdictInput"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["approvals.ApprovalView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "approvals.take_back": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["approvals.ApprovalView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "taxonomies.all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["taxonomies.BookView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "taxonomies.find": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["taxonomies.Taxonomy"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cases.list": {
        parameters: {
            query?: {
                sort?: string;
                limit?: string;
                cursor?: string;
                business?: string;
                cause?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["cases.CaseView"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cases.write": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["cases.NewCase"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.CaseView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cases.list_all": {
        parameters: {
            query?: {
                sort?: string;
                limit?: string;
                cursor?: string;
                business?: string;
                cause?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["cases.CaseView"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cases.find": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.CaseView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cases.publish": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["cases.Decision"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.CaseView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cases.withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["cases.Decision"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.CaseView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cases.guides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.Guides"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cases.help_with": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.Help"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.list": {
        parameters: {
            query?: {
                sort?: string;
                limit?: string;
                cursor?: string;
                business?: string;
                business_channel?: string;
                cause?: string;
                customer_group?: string;
                customer_kind?: string;
                due_before?: string;
                due_from?: string;
                intake_channel?: string;
                handler_id?: string;
                handling_unit_id?: string;
                is_repeat?: string;
                kind?: string;
                leader_id?: string;
                next_contact_before?: string;
                outlet_id?: string;
                origin?: string;
                product?: string;
                received_before?: string;
                received_from?: string;
                sample_check?: string;
                region?: string;
                source?: string;
                state?: string;
                tier?: string;
                unknown_code?: string;
                urgency?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["complaints.ComplaintItem"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.register": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.NewComplaint"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.Registration"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "intakes.consult": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.NewComplaint"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.Registration"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "intakes.suggest": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.NewComplaint"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.Registration"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "intakes.praise": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.NewComplaint"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.Registration"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "intakes.petition": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.NewComplaint"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.Registration"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "intakes.note": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.NewComplaint"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.Registration"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.Counts"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.Search"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.SearchResult"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.earlier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.EarlierSearch"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.EarlierMatters"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.export": {
        parameters: {
            query?: {
                format?: string;
                sort?: string;
                words?: string;
                business?: string;
                business_channel?: string;
                cause?: string;
                customer_group?: string;
                customer_kind?: string;
                due_before?: string;
                due_from?: string;
                intake_channel?: string;
                handler_id?: string;
                handling_unit_id?: string;
                is_repeat?: string;
                kind?: string;
                leader_id?: string;
                next_contact_before?: string;
                outlet_id?: string;
                origin?: string;
                product?: string;
                received_before?: string;
                received_from?: string;
                sample_check?: string;
                region?: string;
                source?: string;
                state?: string;
                tier?: string;
                unknown_code?: string;
                urgency?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.find": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.ComplaintView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.earlier_of": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.EarlierMatters"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.classify": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.Reclassification"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.ComplaintState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.timeline": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.Timeline"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.accept": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.Acceptance"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.ComplaintState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.redirect": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.Redirection"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.ComplaintState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.refuse": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.NewRefusal"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.ComplaintState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.assign": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.Assignment"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.ComplaintState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.take_over": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.TakeOver"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.ComplaintState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.close": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.Closure"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.ComplaintState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.withdraw": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.Withdrawal"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.ComplaintState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.name_accused": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.Accusation"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.ComplaintState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.routing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.Routing"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.replace_routing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.Routing"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.Routing"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.open": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.Opening"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.OpenedFields"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.clocks": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["clocks.ClockDetails"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.extend": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.ExtensionInput"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.ComplaintState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.exclude": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.ExclusionInput"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.ComplaintState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.end_exclusion": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.ExclusionEnd"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.ComplaintState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.restart": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.RestartInput"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.ComplaintState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.set_date": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.DateInput"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.ComplaintState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.propose": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.NewProposal"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.ComplaintState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.answer": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.NewAnswer"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.ComplaintState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.check_sample": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.CheckedSample"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.ComplaintState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.decisions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.Decisions"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.fulfilments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.Fulfilments"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.promise": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.NewFulfilment"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.FulfilmentView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "fulfilments.end": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.FulfilmentOutcome"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.FulfilmentView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "fulfilments.find": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.FulfilmentView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "fulfilments.list": {
        parameters: {
            query?: {
                sort?: string;
                limit?: string;
                cursor?: string;
                due_before?: string;
                kind?: string;
                promised_by_id?: string;
                state?: string;
                unit_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["complaints.FulfilmentView"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.find_responsibility": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.NewFinding"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.FindingView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.object": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.Objection"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.FindingView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.review_finding": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.FindingReview"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.FindingView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.name_cause": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.NewRootCause"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.RootCauseView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.lessons": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.Lessons"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.call_back": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.NewCallback"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.CallbackView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.rate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.Rating"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.CallbackView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.callbacks": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.Callbacks"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.archive_file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.ArchiveFile"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.archive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.Archiving"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.ArchiveFile"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "archive.list": {
        parameters: {
            query?: {
                sort?: string;
                limit?: string;
                cursor?: string;
                archive_number?: string;
                complaint_number?: string;
                retention_years?: string;
                year?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["complaints.ArchiveFile"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.similar": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.SimilarTexts"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.similar_groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.SimilarGroups"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.join": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.Joining"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.ComplaintState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.split": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.Splitting"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.ComplaintState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.check_classes": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.CheckedClasses"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.ComplaintState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.doubts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.Doubts"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "doubts.list": {
        parameters: {
            query?: {
                sort?: string;
                limit?: string;
                cursor?: string;
                complaint_id?: string;
                doubt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["complaints.DoubtRow"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "class_checks.list": {
        parameters: {
            query?: {
                sort?: string;
                limit?: string;
                cursor?: string;
                drawn_by?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["complaints.ClassCheckView"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "class_checks.agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.Agreement"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.accept_many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.BulkAcceptance"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.BulkReport"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.assign_many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.BulkAssignment"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.BulkReport"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.archive_many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.BulkArchiving"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.BulkReport"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.be_present": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.PresenceInput"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.PeoplePresent"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "attachments.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.AttachmentList"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "attachments.add": {
        parameters: {
            query?: {
                kind?: string;
            };
            header?: {
                "X-File-Name"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.AttachmentView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "attachments.void": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.Voiding"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.AttachmentView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "attachments.open": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.AttachmentOpening"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "preservation.request": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.PreservationRequest"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.PreservationView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "preservation.settle": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.PreservationOutcome"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.PreservationView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "preservation.list": {
        parameters: {
            query?: {
                sort?: string;
                limit?: string;
                cursor?: string;
                complaint_id?: string;
                gone_before?: string;
                kind?: string;
                outlet_id?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["complaints.PreservationView"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "preservation.find": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.PreservationView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.contacts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.Contacts"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.contact": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.NewContact"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.ComplaintState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.request_supplement": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.NewSupplementRequest"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.ComplaintState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.supplements": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.Supplements"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.supplement": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.NewSupplement"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.ComplaintState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.raise": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.Raising"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.ComplaintState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.tasks": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.Tasks"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.dispatch": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.NewTask"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.TaskView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "tasks.answer": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.TaskAnswer"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.TaskView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "tasks.hand_back": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.HandBack"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.TaskView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "tasks.list": {
        parameters: {
            query?: {
                sort?: string;
                limit?: string;
                cursor?: string;
                complaint_id?: string;
                due_before?: string;
                from_unit_id?: string;
                handler_id?: string;
                handling_unit_id?: string;
                state?: string;
                side?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["complaints.TaskView"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "tasks.find": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.TaskDetail"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.offers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.Offers"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.offer": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.NewOffer"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.OfferView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "offers.settle": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.Settling"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.OfferView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.chase": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.NewChase"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.SupervisionView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.supervisions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.Supervisions"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complaints.supervise": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.NewOrder"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.SupervisionView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "chases.acknowledge": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.Acknowledgement"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.SupervisionView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "supervisions.reply": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.Reply"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.SupervisionView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "supervisions.list": {
        parameters: {
            query?: {
                sort?: string;
                limit?: string;
                cursor?: string;
                complaint_id?: string;
                due_before?: string;
                handling_unit_id?: string;
                kind?: string;
                state?: string;
                side?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["complaints.SupervisionView"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "objections.list": {
        parameters: {
            query?: {
                sort?: string;
                limit?: string;
                cursor?: string;
                complaint_id?: string;
                state?: string;
                unit_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["complaints.AnswerObjectionView"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "objections.find": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.AnswerObjectionView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "objections.acknowledge": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complaints.ObjectionAcknowledgement"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["complaints.AnswerObjectionView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "views.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["desk.Views"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "views.save": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["desk.NewView"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["desk.ViewView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "views.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["desk.NewView"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["desk.ViewView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "views.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["desk.Views"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "drafts.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["desk.Drafts"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "drafts.keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["desk.DraftInput"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["desk.DraftMark"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "drafts.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["desk.DraftView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "drafts.drop": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["desk.Drafts"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "staffing.bring_units": {
        parameters: {
            query?: {
                mapping?: string;
                dry_run?: string;
                whole?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["staffing.Outcome"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "staffing.bring_people": {
        parameters: {
            query?: {
                mapping?: string;
                dry_run?: string;
                whole?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["staffing.Outcome"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "referrals.list": {
        parameters: {
            query?: {
                sort?: string;
                limit?: string;
                cursor?: string;
                bureau?: string;
                complaint_id?: string;
                due_before?: string;
                handling_unit_id?: string;
                is_upgraded?: string;
                matched?: string;
                number?: string;
                received_before?: string;
                received_from?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["referrals.ReferralItem"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "referrals.count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["referrals.Counts"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "referrals.find_candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["referrals.Asked"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["referrals.CandidateLists"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "referrals.sign_in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["referrals.SignIn"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["referrals.SignInOutcomes"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "referrals.export": {
        parameters: {
            query?: {
                mapping?: string;
                format?: string;
                sort?: string;
                bureau?: string;
                complaint_id?: string;
                due_before?: string;
                handling_unit_id?: string;
                is_upgraded?: string;
                matched?: string;
                number?: string;
                received_before?: string;
                received_from?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "referrals.find": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["referrals.ReferralView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "referrals.timeline": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["referrals.Timeline"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "referrals.match": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["referrals.MatchInput"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["referrals.ReferralState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "referrals.register_case": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["referrals.NewCase"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["referrals.ReferralState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "referrals.contact": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["referrals.NewContact"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["referrals.ReferralState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "referrals.take_up": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["referrals.TakeUp"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["referrals.ReferralState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "referrals.draft": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["referrals.Account"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["referrals.ReferralState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "referrals.approve": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["referrals.Approval"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["referrals.ReferralState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "referrals.send_back": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["referrals.SendingBack"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["referrals.ReferralState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "referrals.fill_back": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["referrals.FillBack"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["referrals.ReferralState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "referrals.rework": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["referrals.Rework"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["referrals.ReferralState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "referrals.finish": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["referrals.Callback"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["referrals.ReferralState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "referrals.open": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["referrals.Opening"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["referrals.OpenedReferral"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "search.find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["search.Question"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["search.Hits"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "tip_offs.list": {
        parameters: {
            query?: {
                sort?: string;
                limit?: string;
                cursor?: string;
                due_before?: string;
                handler_id?: string;
                handling_unit_id?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["tip_offs.TipOffItem"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "tip_offs.register": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["tip_offs.NewTipOff"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["tip_offs.Registered"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "tip_offs.count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["tip_offs.Counts"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "tip_offs.find": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["tip_offs.TipOffView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "tip_offs.timeline": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["tip_offs.Timeline"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "tip_offs.assign": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["tip_offs.Assignment"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["tip_offs.TipOffState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "tip_offs.decide": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["tip_offs.Decision"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["tip_offs.TipOffState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "tip_offs.close": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["tip_offs.Closure"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["tip_offs.TipOffState"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "tip_offs.open_reporter": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["tip_offs.Opening"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["tip_offs.OpenedReporter"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "today.look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["today.Today"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "portal.choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.Choices"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "portal.puzzle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.Puzzle"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "portal.open_draft": {
        parameters: {
            query?: never;
            header?: {
                "X-Puzzle"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.NewDraft"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "portal.read_draft": {
        parameters: {
            query?: never;
            header?: {
                "X-Draft-Token"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.DraftView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "portal.save_draft": {
        parameters: {
            query?: never;
            header?: {
                "X-Draft-Token"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["portal.Filing"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.DraftView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "portal.drop_draft": {
        parameters: {
            query?: never;
            header?: {
                "X-Draft-Token"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.Done"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "portal.add_file": {
        parameters: {
            query?: {
                kind?: string;
            };
            header?: {
                "X-File-Name"?: string;
                "X-Draft-Token"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.FileView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "portal.drop_file": {
        parameters: {
            query?: never;
            header?: {
                "X-Draft-Token"?: string;
            };
            path: {
                id: number;
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.DraftView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "portal.submit": {
        parameters: {
            query?: never;
            header?: {
                "X-Draft-Token"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.Receipt"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "portal.follow": {
        parameters: {
            query?: never;
            header?: {
                "X-Puzzle"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["portal.Look"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string;
                        /** Format: date-time */
                        expires_at: string;
                        case: components["schemas"]["portal.CaseView"];
                    };
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "portal.case": {
        parameters: {
            query?: never;
            header?: {
                "X-Case-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.CaseView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "portal.receipt": {
        parameters: {
            query?: never;
            header?: {
                "X-Case-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.Receipt"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "portal.demo_phone": {
        parameters: {
            query?: never;
            header?: {
                "X-Phone"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["notices.ShownNotices"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "portal.supplement": {
        parameters: {
            query?: never;
            header?: {
                "X-Case-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["portal.Supplementing"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.CaseView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "portal.attach": {
        parameters: {
            query?: {
                kind?: string;
            };
            header?: {
                "X-File-Name"?: string;
                "X-Case-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.FileView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "portal.rate": {
        parameters: {
            query?: never;
            header?: {
                "X-Case-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["portal.RatingGiven"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.CaseView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "portal.send_code": {
        parameters: {
            query?: never;
            header?: {
                "X-Case-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["portal.CodeRequest"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.CodeSent"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "portal.withdraw": {
        parameters: {
            query?: never;
            header?: {
                "X-Case-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["portal.WithdrawalAsked"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.CaseView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "portal.accept": {
        parameters: {
            query?: never;
            header?: {
                "X-Case-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["portal.AcceptanceGiven"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.CaseView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "portal.dispute": {
        parameters: {
            query?: never;
            header?: {
                "X-Case-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["portal.ObjectionRaised"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.CaseView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "portal.change_contact": {
        parameters: {
            query?: never;
            header?: {
                "X-Case-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["portal.ContactGiven"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.CaseView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "events.listen": {
        parameters: {
            query?: never;
            header?: {
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["events.Changed"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "imports.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["exchange.BatchList"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "imports.begin": {
        parameters: {
            query?: {
                target?: string;
                mapping?: string;
                dry_run?: string;
                pasted?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["exchange.Report"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "imports.find": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["exchange.BatchView"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "imports.errors": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["exchange.ErrorList"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "imports.undo": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["exchange.Report"];
                };
            };
            /** @description refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
