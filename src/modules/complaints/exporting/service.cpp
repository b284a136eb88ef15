#include "modules/complaints/exporting/service.h"

#include <memory>

#include "core/ensure.h"
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

template <class T>
std::string cell(const T& value) {
  if constexpr (is_optional<T>) {
    return value ? cell(*value) : std::string{};
  } else if constexpr (requires { value.masked(); }) {
    return value.masked();
  } else if constexpr (requires { value.str(); }) {
    return value.str();
  } else if constexpr (is_described_enum<T>) {
    return std::string{name_of(value)};
  } else if constexpr (std::is_same_v<T, Codes>) {
    std::string out;
    for (const std::string& code : value.items) out += (out.empty() ? "" : " ") + code;
    return out;
  } else if constexpr (std::is_same_v<T, Instant> || std::is_same_v<T, Date>) {
    return format(value);
  } else if constexpr (requires { value.number; }) {
    return std::to_string(value.number);
  } else if constexpr (std::is_integral_v<T>) {
    return std::to_string(value);
  } else {
    return value;
  }
}

std::vector<std::string> header() {
  std::vector<std::string> out;
  for_each_member<ComplaintItem>([&](std::string_view name, auto) { out.emplace_back(name); });
  return out;
}

std::vector<std::string> row_of(const ComplaintItem& item) {
  std::vector<std::string> out;
  for_each_member<ComplaintItem>(
      [&](std::string_view, auto member) { out.push_back(cell(item.*member)); });
  return out;
}

// What goes on between two pieces.
struct Progress {
  exchange::Ground ground;
  storage::ListRequest request;
  std::unique_ptr<exchange::TableWriter> writer;
  bool is_over = false;
};

std::optional<std::string> next_part(Progress& progress) {
  if (progress.is_over) return {};
  progress.ground.database.read([&](storage::Transaction& tx) {
    Work work = exchange::work_on(progress.ground, tx);
    const auto page = list(work, progress.request);
    ensure(page.has_value(), "a request that was checked is refused");
    for (const ComplaintItem& item : page->items) progress.writer->row(row_of(item));
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
                                      const storage::ListRequest& request, ExportFormat format,
                                      const std::filesystem::path& scratch) {
  ensure(ground.taxonomies != nullptr, "an export without taxonomies");
  TRY(plan(ground.actor, in_codes(*ground.taxonomies, request)));
  ground.database.write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    Work work = exchange::work_on(ground, tx);
    const auto key = sealing::new_key(work);
    evidence::append(work, "complaint.exported",
                     evidence::Subject::made_now(work.new_id<Exported>(), key),
                     Exported{format, names_of(request)});
    return true;
  });
  auto progress = std::make_shared<Progress>(
      Progress{ground, request,
               format == ExportFormat::csv ? exchange::csv_writer(header())
                                           : exchange::xlsx_writer(header(), scratch)});
  progress->request.limit = storage::page_max;
  progress->request.cursor.clear();
  return ExportParts{[progress] { return next_part(*progress); }};
}

}  // namespace xb::complaints
