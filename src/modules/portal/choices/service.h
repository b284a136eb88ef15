// What a consumer may choose from, and what the portal offers him.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/portal/types.h"
#include "platform/files/vault.h"
#include "platform/storage/work.h"

namespace xb::portal {

struct Choice {
  std::string code;
  std::string zh;
  std::string en;
  std::optional<std::string> parent;
};
BOOST_DESCRIBE_STRUCT(Choice, (), (code, zh, en, parent))

struct UnitChoice {
  std::string code;
  std::string name;
  std::string name_en;
  identity::UnitKind kind = identity::UnitKind::outlet;
  std::optional<std::string> parent_code;
};
BOOST_DESCRIBE_STRUCT(UnitChoice, (), (code, name, name_en, kind, parent_code))

struct FileLimits {
  std::int64_t image_mb = 0;
  std::int64_t document_mb = 0;
  std::int64_t text_mb = 0;
  std::int64_t audio_mb = 0;
  std::int64_t video_mb = 0;
  std::int64_t files_max = 0;
  std::int64_t total_mb = 0;
};
BOOST_DESCRIBE_STRUCT(FileLimits, (),
                      (image_mb, document_mb, text_mb, audio_mb, video_mb, files_max, total_mb))

struct Choices {
  std::string telephone;
  std::string address;  // the origin at which consumers reach the portal, or empty
  bool has_sms = false;
  bool is_demo = false;
  std::vector<Choice> businesses;
  std::vector<Choice> claim_kinds;
  std::vector<Choice> customer_groups;
  std::vector<Choice> customer_kinds;
  std::vector<Choice> agent_relations;
  std::vector<UnitChoice> units;
  FileLimits file_limits;
  std::int64_t draft_days = 0;
};
BOOST_DESCRIBE_STRUCT(Choices, (),
                      (telephone, address, has_sms, is_demo, businesses, claim_kinds,
                       customer_groups, customer_kinds, agent_relations, units, file_limits,
                       draft_days))

// What may be chosen today.
Choices choices(Work& work, const Settings& settings, const files::Limits& limits);

}  // namespace xb::portal
