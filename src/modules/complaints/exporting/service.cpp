#include "modules/complaints/exporting/service.h"

#include <memory>

#include "core/ensure.h"
#include "modules/complaints/exporting/cells.h"
#include "modules/complaints/reading/service.h"
#include "platform/evidence/log.h"
#include "platform/exchange/table_writer.h"

namespace xb::complaints {
namespace {

struct Exported {
  ExportFormat format = ExportFormat::csv;
  std::string filters;  // their names, not their values
};
BOOST_DESCRIBE_STRUCT(Exported, (), (format, filters))

// What goes on between two pieces.
struct Progress {
  exchange::Ground ground;
  storage::ListRequest request;
  Cells cells;
  std::unique_ptr<exchange::TableWriter> writer;
  bool is_over = false;
};

std::optional<std::string> next_part(Progress& progress) {
  if (progress.is_over) return {};
  progress.ground.database.read([&](storage::Transaction& tx) {
    Work work = exchange::work_on(progress.ground, tx);
    const auto page = list(work, progress.request);
    ensure(page.has_value(), "a request that was checked is refused");
    for (const ComplaintItem& item : page->items)
      progress.writer->row(progress.cells.row(tx, item));
    progress.request.cursor = page->next_cursor.value_or("");
    progress.is_over = !page->next_cursor;
  });
  return progress.is_over ? progress.writer->finish() : progress.writer->take();
}

std::string names_of(const storage::ListRequest& request) {
  std::string out;
  for (const auto& [name, values] : request.filters) out += (out.empty() ? "" : ",") + name;
  return out;
}

}  // namespace

Result<ExportParts> export_complaints(const exchange::Ground& ground,
                                      const storage::ListRequest& request, const ExportForm& form,
                                      const std::filesystem::path& scratch) {
  ensure(ground.taxonomies != nullptr, "an export without taxonomies");
  TRY(plan(ground.actor, in_codes(*ground.taxonomies, request)));
  ground.database.write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    Work work = exchange::work_on(ground, tx);
    const auto key = sealing::new_key(work);
    evidence::append(work, "complaint.exported",
                     evidence::Subject::made_now(work.new_id<Exported>(), key),
                     Exported{form.format, names_of(request)});
    return true;
  });
  Cells cells(*ground.taxonomies, ground.zone, form.language);
  auto writer = form.format == ExportFormat::csv ? exchange::csv_writer(cells.header())
                                                 : exchange::xlsx_writer(cells.header(), scratch);
  auto progress =
      std::make_shared<Progress>(Progress{ground, request, std::move(cells), std::move(writer)});
  progress->request.limit = storage::page_max;
  progress->request.cursor.clear();
  return ExportParts{[progress] { return next_part(*progress); }};
}

}  // namespace xb::complaints
