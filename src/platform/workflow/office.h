// The places where somebody may stand in a matter: one vocabulary for the ladder that tells people
// of a limit and for the steps that approve something. Who stands there is for identity/ to say.
#pragma once

#include <array>

#include "core/describe.h"

namespace xb::workflow {

enum class Office {
  owner,           // who handles it, or works in the unit that does
  unit_head,       // of the unit that handles it
  officer,         // consumer protection, of the unit's own institution
  branch,          // head or officer of the branch it belongs to
  head_office,     // president, officers and head of consumer protection
  complaint_head,  // 本机构投诉处理工作负责人
  superior,        // 上级机构: head or officer of the institution above
  executive,       // 总行高级管理人员
};
BOOST_DESCRIBE_ENUM(Office, owner, unit_head, officer, branch, head_office, complaint_head,
                    superior, executive)

// The ladder, from the bottom.
inline constexpr std::array rungs{Office::owner, Office::unit_head, Office::officer, Office::branch,
                                  Office::head_office};

// Nobody approves what is his own to do.
constexpr bool may_approve(Office office) { return office != Office::owner; }

}  // namespace xb::workflow
