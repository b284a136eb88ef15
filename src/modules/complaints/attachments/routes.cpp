#include "modules/complaints/attachments/routes.h"

#include "core/ensure.h"
#include "modules/complaints/attachments/service.h"
#include "modules/complaints/store.h"
#include "platform/exchange/import.h"
#include "platform/http/router.h"

namespace xb::complaints {
namespace {

using http::permitted;

constexpr auto may_attach = permitted(Permission("complaint.attach"));
constexpr auto may_void = permitted(Permission("complaint.void_attachment"));
constexpr auto may_read = permitted(Permission("complaint.read"));
constexpr auto may_open = permitted(Permission("complaint.open_personal"), Sensitivity::personal);

// Files are sent to nobody's page, whatever they are.
constexpr auto file_policy = "default-src 'none'; frame-ancestors 'none'; sandbox";
constexpr std::size_t compared_at_once = 20;

exchange::Ground ground_of(const http::Services& services, const http::Request& request) {
  const Actor actor = request.caller ? request.caller->actor() : Actor::system();
  return {*services.database, *services.keys,     services.now, services.zone, actor, {},
          services.limits,    services.taxonomies};
}

// What is told of a file besides its bytes.
struct Told {
  Id<Complaint> complaint;
  AttachmentKind kind;
  std::string name;
};

// The kind stands in the query; the name, which may name people, in the head, where no log keeps
// it.
Result<Told> told_of(const http::Request& request) {
  const auto id = TRY(http::typed::path_id(request.parameters.at(0)));
  const auto asked = request.query.find("kind");
  const auto kind = asked == request.query.end() || asked->second.size() != 1
                        ? std::nullopt
                        : named<AttachmentKind>(asked->second.front());
  if (!kind) return refuse(Reason::invalid, "field.choice", "kind");
  return Told{{id}, *kind, TRY(files::decoded_name(request.header("x-file-name")))};
}

Result<std::shared_ptr<files::Incoming>> receive(const http::Services& services,
                                                 const http::Request& request) {
  const auto told = TRY(told_of(request));
  const auto ground = ground_of(services, request);
  bool is_there = false;
  services.database->read([&](storage::Transaction& tx) {
    Work work = exchange::work_on(ground, tx);
    is_there = find_complaint(work, work.actor, told.complaint).has_value();
  });
  if (!is_there) return refuse(Reason::missing, "complaint.missing");
  return services.vault->receive();
}

Result<http::Response> upload(const http::Services& services, const http::Request& request) {
  const auto told = TRY(told_of(request));
  if (!request.file) return refuse(Reason::invalid, "file.empty", "file");
  const auto file = TRY(request.file->finish());
  const auto ground = ground_of(services, request);
  Result<Attached> outcome;
  services.database->write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    Work work = exchange::work_on(ground, tx);
    outcome = attach(work, told.complaint, told.kind, told.name, file, services.vault->limits());
    return outcome.has_value() && outcome->is_new;
  });
  if (!outcome || !outcome->is_new) request.file->discard();
  if (!outcome) return tl::unexpected(std::move(outcome).error());
  http::Response response;
  response.status = outcome->is_new ? 201 : 200;
  response.body = to_json(outcome->view);
  return response;
}

Result<http::Response> download(const http::Services& services, const http::Request& request) {
  std::size_t parameter = 0;
  const auto id = TRY(http::typed::argument<Id<Attachment>>(request, parameter));
  const auto input = TRY(http::typed::argument<AttachmentOpening>(request, parameter));
  const auto ground = ground_of(services, request);
  Result<Attachment> outcome;
  services.database->write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    Work work = exchange::work_on(ground, tx);
    outcome = open_attachment(work, id, input);
    return outcome.has_value();
  });
  const Attachment attachment = TRY(std::move(outcome));
  const files::Received stored{attachment.file, attachment.file_key, attachment.sha256,
                               attachment.bytes, nullptr};
  if (const auto fault = services.vault->fault_of(stored, files::Vault::Depth::size))
    return *fault == files::FileFault::missing ? refuse(Reason::conflict, "file.missing")
                                               : refuse(Reason::conflict, "file.altered");
  const auto* type = files::file_type(attachment.type);
  ensure(type != nullptr, "a file was stored whose type nobody takes");
  auto reader = std::make_shared<files::SegmentReader>(
      services.vault->open(attachment.file, attachment.file_key));
  http::Response response;
  response.content_type = type->media;
  response.headers = {
      {"Content-Disposition", files::disposition(attachment.name.reveal(), *type)},
      {"Content-Security-Policy", file_policy},
  };
  response.next_part = [reader] { return reader->next(); };
  return response;
}

// For `check`, beside a server: rows in one read, files after it.
Result<http::Response> compare(const http::Services& services, const http::Request& request,
                               files::Vault::Depth depth) {
  const auto after = TRY(http::typed::path_id(request.parameters.at(0)));
  const auto ground = ground_of(services, request);
  std::vector<StoredFile> stored;
  services.database->read([&](storage::Transaction& tx) {
    Work work = exchange::work_on(ground, tx);
    stored = stored_files(work, {after - 1}, compared_at_once);
  });
  http::Response response;
  response.body = to_json(compare_files(*services.vault, stored, depth, compared_at_once));
  return response;
}

}  // namespace

void attachment_routes(http::Router& router) {
  auto& uploading = router.blocking(
      http::Method::post, {"attachments.add", "/api/complaints/{id}/attachments", may_attach},
      [&router](const http::Request& request) { return upload(router.services(), request); });
  uploading.takes_json = false;
  // What is too large for its kind is refused while it comes.
  const auto* vault = router.services().vault;
  const files::Limits limits = vault == nullptr ? files::Limits{} : vault->limits();
  uploading.body_max = static_cast<std::size_t>(limits.largest());
  uploading.success = 201;
  uploading.query = {"kind"};
  uploading.headers = {"X-File-Name"};
  uploading.output = &http::typed::schema_of<AttachmentView>;
  uploading.receive = [&router](const http::Request& request) {
    return receive(router.services(), request);
  };
  router.get({"attachments.list", "/api/complaints/{id}/attachments", may_read}, list_attachments);
  router.act({"attachments.void", "/api/attachments/{id}/voiding", may_void}, void_attachment);
  auto& opening = router.blocking(
      http::Method::post, {"attachments.open", "/api/attachments/{id}/opening", may_open},
      [&router](const http::Request& request) { return download(router.services(), request); });
  opening.input = &http::typed::schema_of<AttachmentOpening>;
  opening.output = &http::typed::schema_of<std::string>;
  opening.output_type = "application/octet-stream";
  router.blocking(http::Method::get,
                  {"admin.compare_files", "/admin/attachments/comparison/{id}", http::local_only},
                  [&router](const http::Request& request) {
                    return compare(router.services(), request, files::Vault::Depth::content);
                  });
}

}  // namespace xb::complaints
