#include "modules/desk/views/service.h"

#include <algorithm>

#include "modules/desk/views/store.h"
#include "platform/privacy/detect.h"

namespace xb::desk {
namespace {

ViewView shown(const Work& work, const View& view) {
  return {view.id,     view.name,        view.list,
          view.query,  view.shared_with, view.owner_id == work.actor.person,
          view.version};
}

Result<void> check(const Work& work, const NewView& input) {
  if (!privacy::detect(input.query.str()).empty())
    return refuse(Reason::invalid, "field.personal", "query");
  if (!privacy::detect(input.name.str()).empty())
    return refuse(Reason::invalid, "field.personal", "name");
  if (input.shared_with == SharedWith::bank && work.actor.scope.level != Level::bank)
    return refuse(Reason::forbidden, "view.not_for_all", "shared_with");
  return {};
}

void fill(const Work& work, View& view, const NewView& input) {
  view.name = input.name.str();
  view.list = input.list.str();
  view.query = input.query.str();
  view.shared_with = input.shared_with.value_or(SharedWith::nobody);
  view.unit_id = view.shared_with == SharedWith::unit ? work.actor.unit : Id<Unit>{};
  view.changed_at = work.now;
}

Result<View> own(Work& work, Id<View> id) {
  auto view = view_by_id(work.tx, id);
  if (!view || view->owner_id != work.actor.person) return refuse(Reason::missing, "view.missing");
  TRY(check_version(work, view->version));
  return std::move(*view);
}

}  // namespace

Result<Views> list_views(Work& work) {
  Views out;
  for (const View& view : views_for(work.tx, work.actor)) out.items.push_back(shown(work, view));
  std::stable_partition(out.items.begin(), out.items.end(),
                        [](const ViewView& view) { return view.is_yours; });
  return out;
}

Result<ViewView> find_view(Work& work, Id<View> id) {
  for (const View& view : views_for(work.tx, work.actor))
    if (view.id == id) return shown(work, view);
  return refuse(Reason::missing, "view.missing");
}

Result<ViewView> save_view(Work& work, const NewView& input) {
  TRY(check(work, input));
  if (count_views(work.tx, work.actor.person) >= static_cast<std::int64_t>(views_max))
    return refuse(Reason::conflict, "view.too_many");
  View view;
  view.id = work.new_id<View>();
  view.owner_id = work.actor.person;
  fill(work, view, input);
  work.tx.insert(view);
  return shown(work, view);
}

Result<ViewView> change_view(Work& work, Id<View> id, const NewView& input) {
  TRY(check(work, input));
  View view = TRY(own(work, id));
  fill(work, view, input);
  if (!work.tx.update(view)) return refuse(Reason::conflict, "version.changed");
  return shown(work, view);
}

Result<Views> delete_view(Work& work, Id<View> id) {
  TRY(own(work, id));
  erase(work.tx, id);
  return list_views(work);
}

}  // namespace xb::desk
