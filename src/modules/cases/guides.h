// Guides by topic (C29), as data (data/guides): what to ask, which evidence lies where, who may
// decide, what the usual outcome is. The bank's own advice, no law.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/describe.h"
#include "core/json_struct.h"

namespace xb::cases {

struct Guide {
  std::string topic;
  std::string name;
  std::string name_en;
  std::vector<std::string> business;  // codes of the taxonomy
  std::vector<std::string> questions;
  std::vector<std::string> evidence;  // what, and where it lies
  std::string authority;
  std::string usual_outcome;
  std::string wording;
};
BOOST_DESCRIBE_STRUCT(Guide, (),
                      (topic, name, name_en, business, questions, evidence, authority,
                       usual_outcome, wording))

// All that ship. Aborts on data that cannot be read: it was checked when it was built.
const std::vector<Guide>& guides();

// Nothing if no guide is for this business.
const Guide* guide_for(std::string_view business);

struct Guides {
  std::vector<Guide> items;
};
BOOST_DESCRIBE_STRUCT(Guides, (), (items))

}  // namespace xb::cases
