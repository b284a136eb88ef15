// Views: a list with its filters, sort and columns under a name, for oneself, one's unit or the
// whole bank.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/describe.h"
#include "core/json_struct.h"
#include "core/text.h"
#include "platform/storage/work.h"

namespace xb::desk {

enum class SharedWith { nobody, unit, bank };
BOOST_DESCRIBE_ENUM(SharedWith, nobody, unit, bank)

inline constexpr std::size_t views_max = 50;  // of one person

struct View {
  static constexpr std::string_view table = "saved_views";
  Id<View> id;
  Id<Person> owner_id;
  std::string name;
  std::string list;   // complaints, fulfilments …
  std::string query;  // as its page writes it in its address; never personal values
  SharedWith shared_with = SharedWith::nobody;
  Id<Unit> unit_id;
  Instant changed_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(View, (),
                      (id, owner_id, name, list, query, shared_with, unit_id, changed_at, version))

struct NewView {
  Text<60, Presence::required> name;
  Text<40, Presence::required> list;
  Text<2000> query;
  std::optional<SharedWith> shared_with;  // nobody, if not told
};
BOOST_DESCRIBE_STRUCT(NewView, (), (name, list, query, shared_with))

struct ViewView {
  Id<View> id;
  std::string name;
  std::string list;
  std::string query;
  SharedWith shared_with = SharedWith::nobody;
  bool is_yours = false;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ViewView, (), (id, name, list, query, shared_with, is_yours, version))

struct Views {
  std::vector<ViewView> items;  // one's own first, each by name
};
BOOST_DESCRIBE_STRUCT(Views, (), (items))

Result<Views> list_views(Work& work);
// Refuses with field.personal, view.too_many, and view.not_for_all where somebody who sees less
// than the whole bank shares with it.
Result<ViewView> save_view(Work& work, const NewView& input);
// One's own: view.missing, version.changed and as save_view.
Result<ViewView> change_view(Work& work, Id<View> id, const NewView& input);
Result<Views> delete_view(Work& work, Id<View> id);

Result<ViewView> find_view(Work& work, Id<View> id);

}  // namespace xb::desk
