// Which posts hold which permission: told again here, apart from the data, so that access_test.cpp
// says whether it was meant.
#pragma once

#include <map>
#include <string>

namespace xb::app {

inline const std::map<std::string, std::string> holders{
    {"intake.consultation",
     "branch_officer complaint_manager hotline_agent liaison lobby_manager officer"
     " operations_manager outlet_head sub_branch_head sub_branch_officer teller"},
    {"intake.on_the_spot",
     "branch_officer complaint_manager hotline_agent liaison lobby_manager officer"
     " operations_manager outlet_head sub_branch_head sub_branch_officer teller"},
    {"intake.petition",
     "branch_officer complaint_manager liaison officer outlet_head sub_branch_head"
     " sub_branch_officer"},
    {"intake.praise",
     "branch_officer complaint_manager hotline_agent liaison lobby_manager officer"
     " operations_manager outlet_head sub_branch_head sub_branch_officer teller"},
    {"intake.suggestion",
     "branch_officer complaint_manager hotline_agent liaison lobby_manager officer"
     " operations_manager outlet_head sub_branch_head sub_branch_officer teller"},
    {"break_glass.read", "auditor discipline president protection_head"},
    {"break_glass.rule", "discipline president protection_head"},
    {"case.publish", "complaint_manager officer protection_head"},
    {"case.read",
     "auditor branch_head branch_officer complaint_manager department_head discipline handler "
     "hotline_agent liaison lobby_manager officer operations_manager outlet_head president "
     "protection_head specialist sub_branch_head sub_branch_officer teller"},
    {"case.write", "branch_officer complaint_manager officer protection_head"},
    {"clock.acknowledge",
     "branch_head branch_officer complaint_manager department_head handler hotline_agent"
     " liaison lobby_manager officer operations_manager outlet_head protection_head"
     " sub_branch_head sub_branch_officer teller"},
    {"clock.read",
     "auditor branch_head branch_officer complaint_manager department_head discipline"
     " handler hotline_agent liaison lobby_manager officer operations_manager outlet_head"
     " president protection_head specialist sub_branch_head sub_branch_officer teller"},
    {"complaint.archive", "branch_officer complaint_manager liaison officer sub_branch_officer"},
    {"complaint.call_back",
     "branch_officer complaint_manager hotline_agent liaison lobby_manager officer "
     "operations_manager sub_branch_officer"},
    {"complaint.check_sample",
     "branch_officer complaint_manager officer protection_head sub_branch_officer"},
    {"complaint.object",
     "branch_head department_head liaison outlet_head sub_branch_head sub_branch_officer"},
    {"complaint.review", "branch_officer complaint_manager officer protection_head"},
    {"complaint.attach",
     "branch_officer complaint_manager department_head handler hotline_agent liaison"
     " lobby_manager officer operations_manager outlet_head protection_head sub_branch_head"
     " sub_branch_officer teller"},
    {"complaint.preserve",
     "branch_officer complaint_manager department_head handler hotline_agent liaison"
     " lobby_manager officer operations_manager outlet_head protection_head sub_branch_head"
     " sub_branch_officer teller"},
    {"complaint.void_attachment",
     "branch_officer complaint_manager department_head handler liaison officer"
     " operations_manager outlet_head protection_head sub_branch_head sub_branch_officer"},
    {"complaint.contact",
     "branch_head branch_officer complaint_manager department_head handler"
     " hotline_agent liaison lobby_manager officer operations_manager outlet_head"
     " protection_head sub_branch_head sub_branch_officer teller"},
    {"objection.acknowledge",
     "branch_head branch_officer complaint_manager officer protection_head"},
    {"objection.read",
     "auditor branch_head branch_officer complaint_manager officer president protection_head"},
    {"complaint.supervise", "branch_head branch_officer complaint_manager officer protection_head"},
    {"complaint.exclude",
     "branch_head branch_officer complaint_manager liaison officer outlet_head"
     " protection_head sub_branch_head sub_branch_officer"},
    {"complaint.extend",
     "branch_head branch_officer complaint_manager liaison officer outlet_head"
     " protection_head sub_branch_head sub_branch_officer"},
    {"complaint.restart",
     "branch_head branch_officer complaint_manager liaison officer outlet_head"
     " protection_head sub_branch_head sub_branch_officer"},
    {"complaint.set_date",
     "branch_head branch_officer complaint_manager liaison officer outlet_head"
     " protection_head sub_branch_head sub_branch_officer"},
    {"complaint.classify",
     "branch_head branch_officer complaint_manager liaison officer outlet_head"
     " protection_head sub_branch_head sub_branch_officer"},
    {"complaint.assign",
     "branch_head branch_officer complaint_manager department_head liaison officer outlet_head"
     " protection_head sub_branch_head sub_branch_officer"},
    {"complaint.configure", "officer protection_head"},
    {"complaint.handle",
     "branch_officer complaint_manager department_head handler liaison officer operations_manager"
     " outlet_head protection_head sub_branch_head sub_branch_officer"},
    {"complaint.triage",
     "branch_head branch_officer complaint_manager liaison officer outlet_head protection_head"
     " sub_branch_head sub_branch_officer"},
    {"complaint.close",
     "branch_head branch_officer complaint_manager department_head liaison officer"
     " operations_manager outlet_head protection_head sub_branch_head sub_branch_officer"},
    {"complaint.export",
     "branch_head branch_officer complaint_manager officer protection_head sub_branch_officer"},
    {"complaint.open_personal",
     "branch_head branch_officer complaint_manager department_head discipline handler liaison"
     " officer operations_manager outlet_head protection_head sub_branch_head sub_branch_officer"},
    {"complaint.read",
     "auditor branch_head branch_officer committee_chair complaint_manager department_head"
     " discipline handler hotline_agent liaison lobby_manager officer operations_manager"
     " outlet_head president protection_head specialist sub_branch_head sub_branch_officer teller"},
    {"complaint.register",
     "branch_officer complaint_manager hotline_agent liaison lobby_manager officer"
     " operations_manager outlet_head sub_branch_head sub_branch_officer teller"},
    {"complaint.search",
     "auditor branch_head branch_officer complaint_manager department_head discipline handler"
     " liaison lobby_manager officer operations_manager outlet_head protection_head"
     " sub_branch_head sub_branch_officer teller"},
    {"complaint.withdraw",
     "branch_officer complaint_manager liaison lobby_manager officer operations_manager"
     " outlet_head sub_branch_officer teller"},
    {"import.run", "branch_officer complaint_manager officer"},
    {"organisation.change", "administrator"},
    {"people.appoint", "administrator"},
    {"people.approve_reset",
     "branch_head department_head outlet_head president protection_head security_officer"
     " sub_branch_head"},
    {"people.change", "administrator"},
    {"people.grant", "administrator"},
    {"people.reset", "administrator"},
    {"people.substitute",
     "administrator branch_head department_head outlet_head protection_head sub_branch_head"},
    {"referral.approve", "branch_head officer protection_head"},
    {"referral.export", "branch_officer complaint_manager officer protection_head"},
    {"referral.handle", "branch_officer complaint_manager officer"},
    {"referral.open_personal", "branch_officer complaint_manager officer"},
    {"referral.read",
     "auditor branch_head branch_officer complaint_manager department_head handler officer "
     "president protection_head specialist sub_branch_head sub_branch_officer"},
    {"referral.sign_in", "branch_officer complaint_manager officer"},
    {"tip_off.assign", "auditor discipline"},
    {"tip_off.decide", "auditor discipline"},
    {"tip_off.open_personal", "auditor discipline"},
    {"tip_off.read", "auditor discipline"},
    {"tip_off.register", "auditor complaint_manager discipline hotline_agent officer"},
    {"sessions.end", "administrator security_officer"},
    {"sign_ins.read", "security_officer"},
    {"system.read", "administrator security_officer"},
};

}  // namespace xb::app
