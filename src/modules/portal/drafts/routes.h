#pragma once

#include <string>

#include "modules/complaints/attachments/types.h"
#include "modules/portal/drafts/service.h"
#include "modules/portal/routes.h"
#include "platform/exchange/import.h"
#include "platform/http/router.h"

namespace xb::portal {

// What every request of the portal has in common.
Asker asker_of(const http::Request& request);
exchange::Ground ground_of(const http::Services& services);

// A route that anybody may ask, with what its handler answers in JSON.
template <class Out, class Answer>
http::Route& serve(http::Router& router, http::Method method, http::Spec spec, Answer answer) {
  const bool is_get = method == http::Method::get;
  const auto runs = is_get ? http::Runs::reading : http::Runs::writing;
  auto& route =
      router.raw(method, spec, runs,
                 [answer](Work& work, const http::Request& request) -> Result<http::Response> {
                   work.if_version.reset();
                   http::Response response;
                   const Out out = TRY(answer(work, request, response.status));
                   Json<Out>::write(response.body, out);
                   return response;
                 });
  route.output = &http::typed::schema_of<Out>;
  return route;
}

template <class In>
Result<In> input_of(const http::Request& request) {
  std::size_t parameter = 0;
  return http::typed::argument<In>(request, parameter);
}

// A file on its way in: what it is for stands in the query, its name in the head, where no log
// keeps it.
struct ToldFile {
  complaints::AttachmentKind kind = complaints::AttachmentKind::other;
  std::string name;
};
Result<ToldFile> told_file(const http::Request& request);
// How much is announced; as much as the largest file where nothing is. It counts before any of it
// has come, so that many at once, or many broken off, come to no more.
std::int64_t announced_bytes(const http::Request& request, const files::Limits& limits);
void takes_file(http::Router& router, http::Route& route);

void draft_routes(http::Router& router, Portal& portal);

}  // namespace xb::portal
