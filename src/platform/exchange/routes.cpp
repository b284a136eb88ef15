#include "platform/exchange/routes.h"

#include "core/assets.h"
#include "core/number.h"
#include "platform/exchange/jobs.h"
#include "platform/exchange/store.h"
#include "platform/http/router.h"

namespace xb::exchange {

// A batch as it is shown.
struct BatchView {
  Id<Batch> id;
  std::string mapping;
  std::string target;
  BatchState state = BatchState::running;
  std::int64_t rows = 0;
  std::int64_t created = 0;
  std::int64_t known = 0;
  std::int64_t failed = 0;
  Instant started_at;
  std::optional<Instant> ended_at;
  std::optional<BrokenBy> broken_by;
};
BOOST_DESCRIBE_STRUCT(BatchView, (),
                      (id, mapping, target, state, rows, created, known, failed, started_at,
                       ended_at, broken_by))

struct BatchList {
  std::vector<BatchView> items;
};
BOOST_DESCRIBE_STRUCT(BatchList, (), (items))

struct ErrorList {
  std::vector<ImportError> items;
};
BOOST_DESCRIBE_STRUCT(ErrorList, (), (items))

namespace {

constexpr std::size_t file_bytes_max = std::size_t{64} << 20;
constexpr std::size_t batches_max = 100;
constexpr auto may_import = http::permitted(Permission("import.run"));

BatchView view_of(const Batch& batch) {
  return {batch.id,         batch.mapping,  batch.target,   batch.state,
          batch.rows,       batch.created,  batch.known,    batch.failed,
          batch.started_at, batch.ended_at, batch.broken_by};
}

Result<BatchView> find(Work& work, Id<Batch> id) {
  const auto batch = find_batch(work.tx, work.actor, id);
  if (!batch) return refuse(Reason::missing, "import.missing");
  return view_of(*batch);
}

Result<BatchList> list(Work& work) {
  BatchList out;
  for (const Batch& batch : batches(work.tx, work.actor, batches_max))
    out.items.push_back(view_of(batch));
  return out;
}

Result<ErrorList> errors(Work& work, Id<Batch> id) {
  TRY(find(work, id));
  return ErrorList{errors_of(work.tx, id, errors_shown_max)};
}

template <class T>
http::Response answer(int status, const T& value) {
  http::Response response;
  response.status = status;
  response.body = to_json(value);
  return response;
}

const Target* target_named(const std::vector<Target>& targets, std::string_view name) {
  for (const Target& target : targets)
    if (target.name == name) return &target;
  return nullptr;
}

// The parameter's only value, or nothing.
std::optional<std::string> parameter(const http::Request& request, std::string_view name) {
  const auto found = request.query.find(name);
  if (found == request.query.end() || found->second.size() != 1) return {};
  return found->second[0];
}

// How much of the body is a mapping, before the file: only the command line sends its own.
Result<std::size_t> mapping_bytes(const http::Request& request) {
  const auto text = parameter(request, "mapping_bytes");
  if (!text) return std::size_t{0};
  if (!request.is_local) return refuse(Reason::missing, "mapping.missing", "mapping");
  const auto bytes = parse_integer(*text);
  if (!bytes || *bytes < 1 || static_cast<std::size_t>(*bytes) > request.body.size())
    return refuse(Reason::invalid, "mapping.malformed", "mapping_bytes");
  return static_cast<std::size_t>(*bytes);
}

// A parameter that is true or false; false if it is not told.
Result<bool> flag(const http::Request& request, std::string_view name) {
  const auto text = parameter(request, name).value_or("false");
  if (text != "true" && text != "false")
    return refuse(Reason::invalid, "field.choice", std::string{name});
  return text == "true";
}

// The mapping that ships by that name, or `own`; without either the shipped one whose columns the
// table has.
Result<Mapping> mapping_for(const http::Request& request, const Target& target,
                            std::string_view own) {
  if (!own.empty()) return Mapping::parse(own, target.fields);
  const bool is_pasted = TRY(flag(request, "pasted"));
  std::string text;
  if (const auto name = parameter(request, "mapping")) {
    const auto shipped = asset("data/mappings/" + target.name + "/" + *name + ".toml");
    if (!shipped) return refuse(Reason::missing, "mapping.missing", "mapping");
    text = *shipped;
  } else {
    text = TRY(
        fitting_mapping(target, request.body, is_pasted ? std::optional{pasted} : std::nullopt));
  }
  auto mapping = TRY(Mapping::parse(text, target.fields));
  if (is_pasted) mapping.csv = pasted;
  return mapping;
}

// The ground with the caller as actor; the admin socket acts for the bank's host.
Ground ground_for(const http::Services& services, const ImportJobs& jobs,
                  const http::Request& request) {
  Actor actor = Actor::system();
  if (request.caller) actor = request.caller->actor();
  return {*services.database,
          *services.keys,
          services.now,
          services.zone,
          actor,
          [&jobs] { return jobs.stopped_by(); },
          services.limits,
          services.taxonomies};
}

// An import outlives the session that began it, but not the right to.
bool may_still_import(const http::Services& services, const Actor& actor) {
  if (!actor.person) return true;  // the bank's host
  bool out = false;
  services.database->read([&](storage::Transaction& tx) {
    const auto now =
        identity::still_acting(tx, *services.keys, services.zone, actor, services.now());
    out = now && identity::judge(*now, *may_import.permission, may_import.sensitivity);
  });
  return out;
}

Result<http::Response> begin(const http::Services& services, const std::vector<Target>& targets,
                             ImportJobs& jobs, const http::Request& request) {
  const Target* target = target_named(targets, parameter(request, "target").value_or("complaints"));
  if (target == nullptr) return refuse(Reason::missing, "import.unknown_target", "target");
  const bool is_dry_run = TRY(flag(request, "dry_run"));
  if (!is_dry_run) TRY(check_space(services.scratch));
  const std::string_view body = request.body;
  const std::size_t file_at = TRY(mapping_bytes(request));
  auto mapping = TRY(mapping_for(request, *target, body.substr(0, file_at)));
  Ground ground = ground_for(services, jobs, request);
  const auto begin_import = [&] {
    return Import::begin(ground, *target, mapping, std::string{body.substr(file_at)}, is_dry_run);
  };
  if (is_dry_run) return answer(200, TRY(begin_import())->finish());
  ground.stopped_by = [&jobs, &services, actor = ground.actor]() -> std::optional<BrokenBy> {
    if (const auto reason = jobs.stopped_by()) return reason;
    if (!check_space(services.scratch)) return BrokenBy::space;
    if (!may_still_import(services, actor)) return BrokenBy::right;
    return {};
  };
  // What is referred to stays until run() has its answer.
  const auto id = TRY(jobs.run([&begin_import] { return begin_import(); }));
  http::Response response;
  response.status = 202;
  response.body = R"({"id":)" + std::to_string(id.number) + "}";
  response.headers.emplace_back("Location", "/api/imports/" + std::to_string(id.number));
  return response;
}

Result<http::Response> undo(const http::Services& services, const std::vector<Target>& targets,
                            const ImportJobs& jobs, const http::Request& request) {
  const auto id = TRY(http::typed::path_id(request.parameters.at(0)));
  const Ground ground = ground_for(services, jobs, request);
  std::optional<Batch> batch;
  services.database->read(
      [&](storage::Transaction& tx) { batch = find_batch(tx, ground.actor, {id}); });
  const Target* target = batch ? target_named(targets, batch->target) : nullptr;
  if (target == nullptr) return refuse(Reason::missing, "import.missing");
  return answer(200, TRY(undo_import(ground, *target, {id})));
}

void add(http::Router& router, const std::string& prefix, const std::string& operation,
         http::Access access, const std::vector<Target>& targets, ImportJobs& jobs) {
  const auto spec = [&](const char* verb, const std::string& path) {
    return std::pair{operation + verb, prefix + path};
  };
  const auto [begin_name, begin_path] = spec("begin", "");
  auto& beginning = router.blocking(http::Method::post, {begin_name, begin_path, access},
                                    [&router, &targets, &jobs](const http::Request& request) {
                                      return begin(router.services(), targets, jobs, request);
                                    });
  beginning.takes_json = false;
  beginning.body_max = file_bytes_max;
  beginning.success = 202;
  beginning.query = {"target", "mapping", "dry_run", "pasted"};
  beginning.output = &http::typed::schema_of<Report>;
  const auto [list_name, list_path] = spec("list", "");
  router.get({list_name, list_path, access}, list);
  const auto [find_name, find_path] = spec("find", "/{id}");
  router.get({find_name, find_path, access}, find);
  const auto [errors_name, errors_path] = spec("errors", "/{id}/errors");
  router.get({errors_name, errors_path, access}, errors);
  const auto [undo_name, undo_path] = spec("undo", "/{id}/undo");
  auto& undoing = router.blocking(http::Method::post, {undo_name, undo_path, access},
                                  [&router, &targets, &jobs](const http::Request& request) {
                                    return undo(router.services(), targets, jobs, request);
                                  });
  undoing.output = &http::typed::schema_of<Report>;
}

}  // namespace

void routes(http::Router& router, const std::vector<Target>& targets, ImportJobs& jobs) {
  add(router, "/api/imports", "imports.", may_import, targets, jobs);
  add(router, "/admin/imports", "admin.imports.", http::local_only, targets, jobs);
}

}  // namespace xb::exchange
