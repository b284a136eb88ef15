#include "platform/taxonomies/routes.h"

#include "platform/http/router.h"
#include "platform/taxonomies/views.h"

namespace xb::taxonomies {
namespace {

const Book& book_of(const Work& work) {
  ensure(work.taxonomies != nullptr, "a request without taxonomies");
  return *work.taxonomies;
}

Result<BookView> show_all(Work& work) { return view_of(book_of(work)); }

Result<http::Response> show_one(Work& work, const http::Request& request) {
  const Book& book = book_of(work);
  const Taxonomy* found = book.find(request.parameters.at(0));
  if (found == nullptr) return refuse(Reason::missing, "taxonomy.missing");
  http::Response response;
  response.body = to_json(*found);
  return response;
}

}  // namespace

void routes(http::Router& router) {
  router.get({"taxonomies.all", "/api/taxonomies", http::signed_in}, show_all);
  auto& showing =
      router.raw(http::Method::get, {"taxonomies.find", "/api/taxonomies/{name}", http::signed_in},
                 http::Runs::reading, show_one);
  showing.output = &http::typed::schema_of<Taxonomy>;
}

}  // namespace xb::taxonomies
