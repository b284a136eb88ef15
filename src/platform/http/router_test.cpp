#include "platform/http/router.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "test/support/bank.h"

namespace xb::shelves {

struct Shelf {
  Id<Shelf> id;
  std::int64_t version = 1;
  std::string label;
};
BOOST_DESCRIBE_STRUCT(Shelf, (), (id, version, label))

struct Label {
  Text<5, Presence::required> label;
  std::optional<std::int64_t> colour;
};
BOOST_DESCRIBE_STRUCT(Label, (), (label, colour))

// Has neither id nor version.
struct Count {
  std::int64_t shelves = 0;
};
BOOST_DESCRIBE_STRUCT(Count, (), (shelves))

}  // namespace xb::shelves

namespace xb::http {
namespace {

using shelves::Count;
using shelves::Label;
using shelves::Shelf;

Result<Shelf> find_shelf(Work&, Id<Shelf> id) {
  if (id.number == 404) return refuse(Reason::missing, "shelf.missing");
  return Shelf{id, 3, "a"};
}
Result<Shelf> add_shelf(Work&, const Label& label) { return Shelf{{7}, 1, label.label.str()}; }
Result<Shelf> move_book(Work&, Id<Shelf> from, Id<Shelf> to, const Label& label) {
  return Shelf{to, from.number, label.label.str()};
}
Result<Count> count_shelves(Work&) { return Count{2}; }
Result<storage::Page<Shelf>> list_shelves(Work&, const storage::ListRequest& request) {
  return storage::Page<Shelf>{{{{1}, 1, request.sort}}, request.cursor};
}

Result<Response> raw_answer(Work&, const Request&) {
  Response response;
  response.status = 202;
  response.content_type = "text/csv";
  response.body = "a,b";
  return response;
}

class Routes : public testing::Test {
 protected:
  Routes() {
    router.get({"shelves.find", "/shelves/{id}", anyone}, find_shelf);
    router.get({"shelves.count", "/shelves/count", anyone}, count_shelves);
    router.create({"shelves.add", "/shelves", anyone}, add_shelf);
    router.get({"shelves.list", "/shelves", anyone}, list_shelves);
    router.act({"shelves.move", "/shelves/{id}/to/{id}", anyone}, move_book);
    router.raw(Method::get, {"shelves.export", "/shelves/{id}/export", anyone}, Runs::reading,
               raw_answer);
    router.get({"shelves.root", "/", anyone}, count_shelves);
  }

  // The operation and its parameters, or the methods that the path has.
  std::string matched(Method method, std::string_view path) const {
    const Match match = router.match(method, path);
    if (match.route == nullptr) return "(" + match.allowed + ")";
    std::string out = match.route->operation;
    for (const std::string& parameter : match.parameters) out += " " + parameter;
    return out;
  }

  Result<Rendered> ask(Method method, const std::string& path, const std::string& body = {}) {
    Request request;
    request.method = method;
    request.path = path;
    request.body = body;
    const Match match = router.match(method, path);
    request.parameters = match.parameters;
    return bank.read(bank.chen_yu, [&](Work& work) { return match.route->handler(work, request); });
  }
  // The body, or the refusal.
  std::string told(Method method, const std::string& path, const std::string& body = {}) {
    const auto rendered = ask(method, path, body);
    return rendered ? rendered->body : rendered.error().code + " " + rendered.error().field;
  }

  test::Bank bank{test::Engine::sqlite};
  Router router{Services{}};
};

TEST_F(Routes, AreFoundByPathAndMethod) {
  const struct {
    Method method;
    std::string_view path;
    std::string_view found;
  } cases[] = {
      {Method::get, "/", "shelves.root"},
      {Method::get, "/shelves", "shelves.list"},
      {Method::head, "/shelves", "shelves.list"},
      {Method::post, "/shelves", "shelves.add"},
      {Method::get, "/shelves/7", "shelves.find 7"},
      {Method::get, "/shelves/x%20y", "shelves.find x%20y"},
      {Method::post, "/shelves/7/to/8", "shelves.move 7 8"},
      {Method::get, "/shelves/7/export", "shelves.export 7"},
      {Method::get, "", "()"},
      {Method::get, "/shelf", "()"},
      {Method::get, "/Shelves", "()"},
      {Method::get, "/shelves/", "()"},
      {Method::get, "/shelves/7/", "()"},
      {Method::get, "/shelves//7", "()"},
      {Method::get, "/shelves/7/8", "()"},
      {Method::get, "/shelves/7/exports", "()"},
      {Method::post, "/shelves/7/to/", "()"},
      {Method::post, "/shelves//to/8", "()"},
      {Method::get, "/x/shelves/7", "()"},
      {Method::get, "/shelves/../shelves", "()"},
  };
  for (const auto& one : cases) EXPECT_EQ(matched(one.method, one.path), one.found) << one.path;
}

TEST_F(Routes, ALiteralGoesBeforeAParameter) {
  EXPECT_EQ(matched(Method::get, "/shelves/count"), "shelves.count");
  EXPECT_EQ(matched(Method::head, "/shelves/count"), "shelves.count");
  EXPECT_EQ(matched(Method::get, "/shelves/counts"), "shelves.find counts");
  Router turned{Services{}};
  turned.get({"b", "/shelves/count", anyone}, count_shelves);
  turned.get({"a", "/shelves/{id}", anyone}, find_shelf);
  const Match match = turned.match(Method::get, "/shelves/count");
  EXPECT_EQ(match.route->operation, "b");
  EXPECT_TRUE(match.parameters.empty());
}

TEST_F(Routes, OfAnotherMethodAreNamed) {
  EXPECT_EQ(matched(Method::del, "/shelves"), "(POST, GET)");
  EXPECT_EQ(matched(Method::put, "/shelves/7"), "(GET)");
  EXPECT_EQ(matched(Method::get, "/shelves/7/to/8"), "(POST)");
  EXPECT_EQ(matched(Method::head, "/shelves/7/to/8"), "(POST)");
  EXPECT_EQ(matched(Method::post, "/shelves/count"), "(GET)");  // once, though two paths fit
  for (const Method method :
       {Method::get, Method::head, Method::post, Method::put, Method::patch, Method::del})
    EXPECT_FALSE(name(method).empty());
}

TEST_F(Routes, AnIdInAPathHasOneForm) {
  EXPECT_EQ(*typed::path_id("1"), 1);
  EXPECT_EQ(*typed::path_id("9007199254740991"), 9'007'199'254'740'991);
  for (const std::string text : {"", "0", "-1", "+1", "01", "007", "1 ", " 1", "1.0", "1e3", "0x1",
                                 "a", "1a", "１", "9007199254740992", "9223372036854775807",
                                 "9223372036854775808", "99999999999999999999999", "%31"}) {
    const auto id = typed::path_id(text);
    ASSERT_FALSE(id) << text;
    EXPECT_EQ(id.error(), (Refusal{Reason::missing, "http.not_found", ""}));
  }
  EXPECT_FALSE(typed::path_id(std::string{"1\0", 2}));
  EXPECT_EQ(told(Method::get, "/shelves/007"), "http.not_found ");
  EXPECT_EQ(told(Method::post, "/shelves/1/to/+2", R"({"label":"a"})"), "http.not_found ");
}

TEST_F(Routes, RenderWhatHandlersReturn) {
  const auto found = ask(Method::get, "/shelves/9");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->status, 200);
  EXPECT_EQ(found->body, R"({"id":9,"version":3,"label":"a"})");
  EXPECT_EQ(found->etag, "3");
  EXPECT_EQ(found->resource, 9);

  const auto added = ask(Method::post, "/shelves", R"({"label":"投诉"})");
  ASSERT_TRUE(added);
  EXPECT_EQ(added->status, 201);
  EXPECT_EQ(added->body, R"({"id":7,"version":1,"label":"投诉"})");

  const auto count = ask(Method::get, "/shelves/count");
  ASSERT_TRUE(count);
  EXPECT_EQ(count->body, R"({"shelves":2})");
  EXPECT_EQ(count->etag, "");
  EXPECT_EQ(count->resource, 0);

  EXPECT_EQ(told(Method::post, "/shelves/5/to/6", R"({"label":"b"})"),
            R"({"id":6,"version":5,"label":"b"})");
}

TEST_F(Routes, PassTheRefusalsOfHandlersOn) {
  const auto refused = ask(Method::get, "/shelves/404");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error(), (Refusal{Reason::missing, "shelf.missing", ""}));
}

TEST_F(Routes, RefuseABodyThatDoesNotFit) {
  const struct {
    std::string body;
    std::string refused;
  } cases[] = {
      {"", "field.required label"},
      {"{}", "field.required label"},
      {"{\"label\":\"\"}", "field.empty label"},
      {"{\"label\":\"123456\"}", "field.too_long label"},
      {"{\"label\":\"a\",\"x\":1}", "field.unknown x"},
      {"{\"label\":\"a\",\"label\":\"b\"}", "json.duplicate_key label"},
      {"{\"label\":\"a\",\"colour\":1.5}", "field.type colour"},
      {"[]", "field.type "},
      {"{", "json.malformed "},
      {"label=a", "json.malformed "},
  };
  for (const auto& one : cases)
    EXPECT_EQ(told(Method::post, "/shelves", one.body), one.refused) << one.body;
}

TEST_F(Routes, OfRawHandlersAnswerAsTheyLike) {
  const auto rendered = ask(Method::get, "/shelves/7/export");
  ASSERT_TRUE(rendered && rendered->whole);
  EXPECT_EQ(rendered->status, 202);
  EXPECT_EQ(rendered->whole->content_type, "text/csv");
  EXPECT_EQ(rendered->whole->body, "a,b");
}

TEST_F(Routes, ReplayWhatTheyMade) {
  Route& adding = router.create({"shelves.again", "/again", anyone}, add_shelf);
  EXPECT_FALSE(adding.replay);
  replayed_by(adding, find_shelf);
  const auto replay = [&](std::int64_t id) {
    return bank.read(bank.chen_yu, [&](Work& work) { return adding.replay(work, id); });
  };
  EXPECT_EQ(replay(7)->status, 201);
  EXPECT_EQ(replay(7)->body, R"({"id":7,"version":3,"label":"a"})");
  EXPECT_EQ(replay(404).error().code, "shelf.missing");
}

TEST_F(Routes, KnowWhatTheyTake) {
  const auto route = [&](std::string_view operation) {
    return std::find_if(router.routes().begin(), router.routes().end(),
                        [&](const auto& one) { return one->operation == operation; })
        ->get();
  };
  EXPECT_EQ(route("shelves.list")->query, (std::vector<std::string>{"sort", "limit", "cursor"}));
  EXPECT_EQ(route("shelves.list")->input, nullptr);
  EXPECT_EQ(route("shelves.find")->input, nullptr);
  EXPECT_NE(route("shelves.add")->input, nullptr);
  EXPECT_EQ(route("shelves.add")->runs, Runs::writing);
  EXPECT_EQ(route("shelves.find")->runs, Runs::reading);
  EXPECT_EQ(route("shelves.add")->success, 201);
  EXPECT_EQ(route("shelves.move")->success, 200);
}

std::string list_told(std::string_view query) {
  Request request;
  request.query = *parse_query(query);
  const auto list = typed::list_request(request);
  if (!list) return list.error().code + " " + list.error().field;
  std::string out = list->sort + " " + std::to_string(list->limit) + " " + list->cursor;
  for (const auto& [name, values] : list->filters) {
    out += " " + name + ":";
    for (const std::string& value : values) out += value + ",";
  }
  return out;
}

TEST(ListRequest, IsReadFromTheQuery) {
  EXPECT_EQ(list_told(""), " 50 ");
  EXPECT_EQ(list_told("sort=-due_at&limit=1&cursor=abc"), "-due_at 1 abc");
  EXPECT_EQ(list_told("limit=200"), " 200 ");
  EXPECT_EQ(list_told("state=received&state=closed&channel=counter"),
            " 50  channel:counter, state:received,closed,");
  EXPECT_EQ(list_told("sort=&cursor="), " 50 ");
}

TEST(ListRequest, HasLimits) {
  for (const std::string limit :
       {"0", "201", "-1", "+1", "050", "", "a", "1.5", "50 ", "1e2", "99999999999999999999"})
    EXPECT_EQ(list_told("limit=" + (limit == "+1" ? "%2B1" : limit)), "list.limit limit") << limit;
  EXPECT_EQ(list_told("limit=1&limit=2"), "list.too_many_values limit");
  EXPECT_EQ(list_told("sort=a&sort=a"), "list.too_many_values sort");
  EXPECT_EQ(list_told("cursor=a&cursor=a"), "list.too_many_values cursor");
}

}  // namespace
}  // namespace xb::http
