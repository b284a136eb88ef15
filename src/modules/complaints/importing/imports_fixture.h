// Foreign registers brought in through the mappings that ship.
#pragma once

#include <memory>

#include "core/assets.h"
#include "modules/complaints/complaints_fixture.h"
#include "modules/complaints/importing/service.h"

namespace xb::complaints {

class Imports : public Department {
 protected:
  exchange::Ground ground(const Actor& actor) {
    return {bank_.database(), test::keys(),       [] { return test::monday; }, Zone{}, actor, {},
            &bank_.limits(),  &bank_.taxonomies()};
  }
  exchange::Mapping shipped(const std::string& name) const {
    const auto text = asset("data/mappings/complaints/" + name + ".toml");
    EXPECT_TRUE(text.has_value()) << name;
    return exchange::Mapping::parse(*text, target_.fields).value();
  }
  exchange::Report bring_in(const std::string& bytes, const std::string& mapping = "cfpb",
                            bool is_dry_run = false) {
    auto import = exchange::Import::begin(ground(bank_.chen_yu), target_, shipped(mapping), bytes,
                                          is_dry_run);
    EXPECT_TRUE(import.has_value()) << refusal(import);
    return (*import)->finish();
  }
  Result<exchange::Report> undo(Id<exchange::Batch> id) {
    return exchange::undo_import(ground(bank_.chen_yu), target_, id);
  }
  // All complaints, newest first.
  std::vector<ComplaintItem> all() {
    return bank_.read(bank_.chen_yu, [](Work& work) { return list(work, {.limit = 200}); })->items;
  }

  const exchange::Target target_ = import_target();
};

}  // namespace xb::complaints
