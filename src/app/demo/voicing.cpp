// How a matter is put in each of the five voices: a frame, the matter's own words, and a small
// circumstance of this customer's. What is drawn here is said, never recorded as a fact.
#include <algorithm>
#include <initializer_list>

#include "app/demo/telling.h"

namespace xb::app::demo {
namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// As people type in anger: stops left out, characters that sound alike.
void blur(Dice& dice, std::string& text) {
  constexpr std::pair<std::string_view, std::string_view> mistakes[] = {
      {"得", "的"},     {"在", "再"},     {"账", "帐"},
      {"那么", "辣么"}, {"需要", "须要"}, {"已经", "以经"}};
  if (dice.happens(0.55)) replace_all(text, "。", " ");
  if (dice.happens(0.3)) replace_all(text, "，", " ");
  if (dice.happens(0.3)) {
    const auto& [right, wrong] = mistakes[dice.below(std::size(mistakes))];
    replace_all(text, right, wrong);
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
}

// `甲；乙` as `1.甲；2.乙`; a single one has no number.
std::string numbered(const std::string& claim) {
  if (claim.find("；") == std::string::npos) return claim;
  std::string out;
  int count = 1;
  for (std::size_t from = 0; from <= claim.size();) {
    const auto end = std::min(claim.find("；", from), claim.size());
    if (!out.empty()) out += "；";
    out += std::to_string(count++) + "." + claim.substr(from, end - from);
    from = end + std::string_view{"；"}.size();
  }
  return out;
}

// 其他, 其中 …: what stands after it makes 其 a part of another word.
bool begins_word(std::string_view rest) {
  constexpr std::string_view after[] = {"他", "中", "实", "余", "次"};
  return std::any_of(std::begin(after), std::end(after),
                     [&](std::string_view one) { return rest.starts_with(one); });
}

// 其 as 本人, but not in words that only begin or end with it.
void in_first_person(std::string& text) {
  constexpr std::string_view it = "其", self = "本人";
  constexpr std::string_view before[] = {"尤", "极", "与"};
  for (auto at = text.find(it); at != std::string::npos; at = text.find(it, at)) {
    const std::string_view rest = std::string_view{text}.substr(at + it.size());
    const std::string_view head = std::string_view{text}.substr(0, at);
    const bool is_word =
        begins_word(rest) || std::any_of(std::begin(before), std::end(before),
                                         [&](std::string_view one) { return head.ends_with(one); });
    if (!is_word) text.replace(at, it.size(), self);
    at += is_word ? it.size() : self.size();
  }
}

// What the lists of circumstances end with that fit what he complains of.
std::vector<std::string_view> places_of(const Told& told) {
  const Matter& matter = *told.matter;
  std::vector<std::string_view> out{""};
  const auto add = [&](bool fits, std::string_view place) {
    if (fits) out.push_back(place);
  };
  const auto is_one_of = [](std::string_view what, std::initializer_list<std::string_view> all) {
    return std::find(all.begin(), all.end(), what) != all.end();
  };
  const bool is_at_counter = matter.via == "counter";
  const bool is_of_outlet = is_at_counter && is_one_of(matter.by, {"outlet", "sub_branch"});
  add(is_of_outlet, "_counter");
  add(is_of_outlet && !matter.is_about_staff, "_civil");
  add(is_at_counter && is_one_of(matter.by, {"100103", "100107"}), "_manager");
  add(matter.via == "self_service", "_machine");
  add(matter.via == "mobile_app", "_app");
  add(is_one_of(matter.cause, {"annual_fee", "interest", "pricing", "fees_not_told"}), "_fees");
  add(matter.by == "100118", "_collection");
  const auto& groups = matter.groups;
  add(std::find(groups.begin(), groups.end(), "elderly") != groups.end(), "_elderly");
  add(told.is_again, "_again");
  return out;
}

// None or one, beside what the wave that it comes in makes everybody say.
std::vector<std::string> asides_of(Dice& dice, const Told& told, bool is_own) {
  constexpr double none = 0.45;
  const bool is_company = told.matter->kind == "enterprise";
  const bool is_letter = told.way->voice == Voice::letter;
  const std::string pool = is_company  ? "asides_company"
                           : is_letter ? "asides_letter"
                           : is_own    ? "asides_own"
                                       : "asides";
  std::vector<std::string> out;
  if (told.wave != nullptr) {
    const auto& beside = is_own ? told.wave->own : told.wave->told;
    if (!beside.empty()) out.push_back(dice.pick(beside));
  }
  if (dice.happens(none)) return out;
  std::vector<std::string> fitting;
  for (const std::string_view place : places_of(told)) {
    const auto found = book().phrases.find(pool + std::string{place});
    if (found == book().phrases.end()) continue;
    fitting.insert(fitting.end(), found->second.begin(), found->second.end());
  }
  out.push_back(dice.pick(fitting));
  return out;
}

// As whom the clerk writes of him; in his own letter he is nobody else.
std::string writes_of(const Told& told) {
  switch (told.way->voice) {
    case Voice::regulator: return "消费者";
    case Voice::city: return "市民";
    case Voice::letter: return "";
    default: return "客户";
  }
}

// Where a sentence of a record begins with 其, nobody was named before.
void name_at_start(std::string& text, const std::string& who) {
  constexpr std::string_view it = "其";
  for (auto at = text.find(it); at != std::string::npos; at = text.find(it, at + it.size())) {
    const std::string_view head = std::string_view{text}.substr(0, at);
    const bool begins = head.empty() || head.ends_with("。") || head.ends_with("：");
    if (begins && !begins_word(std::string_view{text}.substr(at + it.size())))
      text.replace(at, it.size(), who);
  }
}

// Somebody else writes it down: each a sentence of its own, of the customer where it names nobody.
std::string aside_told(Dice& dice, const Told& told) {
  const std::string who = writes_of(told);
  constexpr std::string_view others[] = {"公司", "法定", "相关", "月底", "来电", "对方"};
  std::string out;
  for (const std::string& one : asides_of(dice, told, false)) {
    const bool names = std::any_of(std::begin(others), std::end(others),
                                   [&](std::string_view other) { return one.starts_with(other); });
    if (!names) out += who;
    out += one;
    if (!one.ends_with("。")) out += "。";
  }
  return out;
}

std::string aside_own(Dice& dice, const Told& told) {
  std::string out;
  for (const std::string& one : asides_of(dice, told, true))
    out += (dice.happens(0.6) ? "，" : "。") + one;
  return out;
}

void put_closing(Dice& dice, std::string& frame, std::string_view frames) {
  constexpr std::string_view place = "{closing}";
  if (frame.find(place) == std::string::npos) return;
  replace_all(frame, place, dice.pick(book().phrase(std::string{frames} + "_closings")));
}

// Two frames meet where he has already cried out or asked.
void settle_stops(std::string& text) {
  for (const char* mark : {"？", "！"})
    for (const char* stop : {"，", "。"}) replace_all(text, std::string{mark} + stop, mark);
  replace_all(text, "。。", "。");
  replace_all(text, "。，", "。");
}

}  // namespace

std::string Teller::framed(Dice& dice, const Told& told, std::string_view frames) const {
  const std::string name = std::string{frames} + (told.is_again ? "_again" : "");
  std::string frame = dice.pick(book().phrase(name));
  replace_all(frame, "{numbered}", numbered(told.claim));
  replace_all(frame, "{aside}", aside_told(dice, told));
  put_closing(dice, frame, frames);
  std::string out = told.fill(frame, zone_);
  settle_stops(out);
  if (told.way->voice != Voice::letter) name_at_start(out, writes_of(told));
  return out;
}

std::string Teller::voiced(Dice& dice, const Told& told) const {
  switch (told.way->voice) {
    case Voice::hotline: return framed(dice, told, "hotline");
    case Voice::self: return own_words(dice, told);
    case Voice::regulator: return framed(dice, told, "regulator");
    case Voice::city: return framed(dice, told, "city");
    case Voice::letter: return letter(dice, told);
  }
  return {};
}

std::string Teller::own_words(Dice& dice, const Told& told) const {
  const Book& texts = book();
  const std::string again = told.is_again ? "_again" : "";
  // Who stands at a counter need not dictate to his telephone, and a clerk asks until it is clear.
  const bool types = told.way->channel != "counter" && told.way->channel != "suggestion_book";
  constexpr double broken = 0.06, dictated = 0.03;
  if (types && dice.happens(told.is_again ? 0.3 : broken))
    return told.fill(dice.pick(texts.phrase("broken" + again)), zone_);
  std::string frame = types && dice.happens(dictated) ? dice.pick(texts.phrase("dictated"))
                                                      : dice.pick(texts.phrase("self" + again));
  const std::string rant = dice.pick(texts.phrase("rants"));
  replace_all(frame, "{rant}", (dice.happens(0.5) ? "，" : " ") + rant);
  replace_all(frame, "{greeting}", dice.pick(texts.phrase("greetings")));
  replace_all(frame, "{aside}", aside_own(dice, told));
  put_closing(dice, frame, "self");
  std::string out = told.fill(frame, zone_);
  settle_stops(out);
  blur(dice, out);
  return out;
}

// Somebody who writes a letter takes his time, and hardly two take it alike.
std::string Teller::letter(Dice& dice, const Told& told) const {
  std::string out = framed(dice, told, "letter");
  auto more = book().phrase("long");
  constexpr double many = 0.03, two = 0.13, one = 0.4;
  const double at = dice.share();
  const std::size_t pages = at < many ? more.size() - 1 : at < two ? 2 : at < one ? 1 : 0;
  for (std::size_t i = 0; i < pages; ++i) {
    const auto drawn = more.begin() + static_cast<std::ptrdiff_t>(dice.below(more.size()));
    out += "\n" + told.fill(*drawn, zone_);
    more.erase(drawn);
  }
  in_first_person(out);
  return out;
}

}  // namespace xb::app::demo
