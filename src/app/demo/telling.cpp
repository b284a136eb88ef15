#include "app/demo/telling.h"

#include <algorithm>

#include "app/demo/placing.h"
#include "core/ensure.h"

namespace xb::app::demo {
namespace {

using privacy::Personal;

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

std::string digits(Dice& dice, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += static_cast<char>('0' + dice.below(10));
  return out;
}

std::optional<complaints::Code> code_of(const std::string& text) {
  if (text.empty()) return {};
  return complaints::Code::trusted(text);
}

complaints::Codes codes(const std::vector<std::string>& items) { return {items}; }

std::optional<complaints::CustomerKind> kind_of(const Matter& matter) {
  if (matter.kind == "enterprise") return complaints::CustomerKind::enterprise;
  if (matter.kind == "self_employed") return complaints::CustomerKind::self_employed;
  return complaints::CustomerKind::personal;
}

// Which already says where.
bool names_outlet(std::string_view text) { return text.find("{o}") != std::string_view::npos; }

constexpr std::int64_t letter_number = 4;  // of the thirty, the one that many send

// One agent writes for all of them, from one address.
Personal<privacy::Address> letters_from() {
  return Personal<privacy::Address>::trusted("江澜市东岳路118号鸿运商务楼1207室");
}

}  // namespace

const std::vector<Way>& ways() {
  static const std::vector<Way> out{
      {"own", "hotline", Voice::hotline, 0.464},
      {"own", "counter", Voice::self, 0.202},
      {"own", "suggestion_book", Voice::self, 0.008},
      {"nfra_referral", "hotline_12378", Voice::regulator, 0.088},
      {"pboc_referral", "hotline_12363", Voice::regulator, 0.043},
      {"own", "mobile_app", Voice::self, 0.09},
      {"government_hotline", "hotline_12345", Voice::city, 0.07},
      {"own", "letter", Voice::letter, 0.009},
      {"petition", "petition_letter", Voice::letter, 0.006},
      {"platform", "platform", Voice::self, 0.02},
  };
  return out;
}

const Way& way_of(std::string_view channel) {
  const auto found = std::find_if(ways().begin(), ways().end(),
                                  [&](const Way& one) { return one.channel == channel; });
  ensure(found != ways().end(), "the demo knows no such channel");
  return *found;
}

std::string yuan(std::int64_t fen) {
  constexpr std::int64_t hundred = 100;
  std::string out = std::to_string(fen / hundred);
  if (const std::int64_t odd = fen % hundred; odd > 0)
    out += (odd < 10 ? ".0" : ".") + std::to_string(odd);
  return out;
}

bool is_referred(const Told& told) {
  return told.way->voice == Voice::regulator || told.way->voice == Voice::city;
}

// As a letter speaks to him. Words that begin alike stay, and so does a customer of another kind.
std::string to_the_customer(const std::string& text) {
  constexpr std::string_view customer = "客户";
  constexpr std::string_view before[] = {
      "，",   "。",   "；",   "：",   "、",   "“",    "（",   "与",   "向",
      "为",   "给",   "请",   "帮",   "由",   "将",   "因",   "按",   "致",
      "替",   "经",   "陪",   "把",   "供",   "代",   "对",   "系",   "入",
      "在",   "教",   "教会", "到",   "约定", "方便", "陪同", "告知", "通知",
      "联系", "协助", "提醒", "要求", "致电", "显示", "退回", "发送", "发至"};
  constexpr std::string_view longer[] = {"经理", "端", "服务", "号", "群", "管理", "部"};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = std::string_view{text}.substr(at);
    const auto follows = [&](std::string_view word) {
      return rest.substr(customer.size()).starts_with(word);
    };
    const auto precedes = [&](std::string_view word) { return out.ends_with(word); };
    if (rest.starts_with(customer) && std::none_of(std::begin(longer), std::end(longer), follows) &&
        (out.empty() || std::any_of(std::begin(before), std::end(before), precedes))) {
      out += "您";
      at += customer.size();
    } else {
      out += text[at++];
    }
  }
  return out;
}

std::string Told::fill(std::string_view phrase, Zone zone, std::string_view next) const {
  return filled(phrase, zone.date(told_from), [&](std::string_view name) -> std::string_view {
    if (name == "a") return amount;
    if (name == "t") return tail;
    if (name == "o") return outlet;
    if (name == "s") return street;
    if (name == "claim") return claim;
    if (name == "case") return summary;
    if (name == "next") return next;
    if (name == "found") return found.empty() ? matter->found : found;
    if (name == "decide") return decide.empty() ? matter->decide : decide;
    if (name == "basis")
      return found.empty() || matter->basis_cleared.empty() ? matter->basis : matter->basis_cleared;
    if (name == "refused") return refused;
    if (name == "refusal") return matter->refusal;
    if (name == "root") return matter->root;
    if (name == "spot" && !matter->spot.empty()) return matter->spot;
    if (name == "spot") return matter->goodwill.empty() ? matter->decide : matter->goodwill;
    if (name == "fits") return found.empty() ? "基本一致" : "不完全一致";
    if (name == "p") return paid;
    if (name == "told") return told_as;
    if (name == "own") return own_as;
    if (name == "since") return since;
    return {};
  });
}

const Matter& Teller::draw_matter(Date day, Dice& dice) const {
  static const double total = [] {
    double sum = 0;
    for (const Matter& one : book().matters) sum += one.weight;
    return sum;
  }();
  const auto distance = (day.days - today_.days).count();
  for (;;) {
    double at = dice.share() * total;
    const auto& matters = book().matters;
    const auto drawn = std::find_if(matters.begin(), matters.end(),
                                    [&](const Matter& one) { return (at -= one.weight) < 0; });
    const Matter& out = drawn == matters.end() ? matters.back() : *drawn;
    const Wave* const only = book().only_wave(out);
    if (only == nullptr || only->has(distance)) return out;
  }
}

const Way& Teller::draw_way(Dice& dice) const {
  double at = dice.share();
  for (const Way& one : ways())
    if ((at -= one.share) < 0) return one;
  return ways().front();
}

void Teller::draw_person(Dice& dice, Told& told) const {
  static const std::vector<std::string> prefixes{"133", "135", "137", "139",
                                                 "150", "158", "176", "188"};
  const Book& texts = book();
  std::string name = dice.pick(texts.surnames) + dice.pick(texts.given_names);
  if (name.starts_with("张三") || name.starts_with("李四")) name = "梁" + name.substr(3);
  told.street = dice.pick(texts.streets);
  told.person.name = Personal<privacy::Name>::trusted(name);
  told.person.phone = Personal<privacy::Phone>::trusted(dice.pick(prefixes) + digits(dice, 8));
  if (dice.happens(0.3))
    told.person.address = Personal<privacy::Address>::trusted(
        dice.pick(texts.streets) + std::to_string(dice.between(1, 180)) + "号");
}

// Hardly ever round, but for what people borrow.
void Teller::draw_amount(Dice& dice, Told& told) const {
  constexpr std::int64_t fen = 100, borrowed = 50'000, small = 2'000;
  const Matter& matter = *told.matter;
  const bool has_range = matter.amount_to > 0;
  std::int64_t whole = has_range ? dice.between(matter.amount_from, matter.amount_to)
                                 : dice.between(1, 12) * 500 + (dice.happens(0.5) ? 300 : 0);
  if (has_range && whole >= borrowed) whole -= whole % (dice.happens(0.6) ? 10'000 : 1'000);
  if (matter.amount_step > 0) whole -= (whole - matter.amount_from) % matter.amount_step;
  std::int64_t odd = 0;
  if (has_range && matter.amount_step == 0 && whole < small && dice.happens(0.4))
    odd = dice.between(1, 99);
  told.amount = yuan(whole * fen + odd);
  if (has_range) told.amount_fen = whole * fen + odd;
}

// As each clerk heads it.
std::string Teller::summary_of(Dice& dice, const Told& told) const {
  const std::string plain = told.fill(told.matter->summary, zone_);
  const double at = dice.share();
  if (at < 0.2) return told.outlet + "：" + plain;
  if (at < 0.36 && told.amount_fen > 0) return plain + "，涉及" + told.amount + "元";
  if (at < 0.52) return "要求" + told.claim.substr(0, told.claim.find("；")) + "——" + plain;
  return at < 0.6 ? plain + "（尾号" + told.tail + "）" : plain;
}

// The last is the long one: few tell so much, or they would look like copies of one letter.
void Teller::draw_words(Dice& dice, Told& told) const {
  constexpr double tells_all = 0.13;
  const auto pick = [&](const std::vector<std::string>& from) -> std::string {
    if (from.empty()) return {};
    if (from.size() == 1 || dice.happens(tells_all)) return from.back();
    return from[dice.below(from.size() - 1)];
  };
  told.told_as = pick(told.matter->told);
  told.own_as = pick(told.matter->own);
}

Told Teller::tell(Dice& dice, const Matter& matter, const Way& way, Instant at,
                  const std::string& outlet, const Wave* wave) const {
  Told out;
  out.matter = &matter;
  out.way = &way;
  out.received_at = out.told_from = at;
  out.outlet = outlet;
  draw_person(dice, out);
  draw_amount(dice, out);
  draw_words(dice, out);
  out.wave = wave;
  if (const Wave* only = book().only_wave(matter))
    out.since = chinese_day(today_ + std::chrono::days{only->since});
  out.tail = digits(dice, 4);
  out.claim = out.fill(matter.claim, zone_);
  out.summary = summary_of(dice, out);
  out.text = voiced(dice, out);
  return out;
}

Told Teller::tell(Dice& dice, const Original& original, Instant at,
                  const std::string& outlet) const {
  Told out;
  out.matter = &original;
  out.original = &original;
  out.way = &way_of(original.channel);
  out.received_at = out.told_from = at;
  out.outlet = outlet;
  draw_person(dice, out);
  out.amount_fen = original.amount_fen;
  out.amount = std::to_string(original.amount_fen / 100);
  out.tail = digits(dice, 4);
  out.claim = out.fill(original.claim, zone_);
  out.summary = original.summary;
  out.text = out.fill(original.text, zone_);
  if (original.number == letter_number) out.person.address = letters_from();
  return out;
}

Told Teller::tell_copy(Dice& dice, const Original& original, Instant at,
                       const std::string& outlet) const {
  Told out = tell(dice, original, at, outlet);
  const std::int64_t owed = dice.between(9'200, 73'800);
  out.is_copy = true;
  out.person.address = letters_from();
  out.amount_fen = owed * 100;
  replace_all(out.text, "48600", std::to_string(owed));
  if (dice.happens(0.5))
    for (std::string* text : {&out.text, &out.claim}) replace_all(*text, "60期", "48期");
  out.found = original.found;
  replace_all(out.found, "48600", std::to_string(owed));
  if (dice.happens(0.5))
    for (std::string* text : {&out.text, &out.found}) replace_all(*text, "经营失败", "失业");
  return out;
}

void Teller::repeat(Dice& dice, Told& told, const Told& earlier) const {
  told.person = earlier.person;
  told.tail = earlier.tail;
  told.amount = earlier.amount;
  told.amount_fen = earlier.amount_fen;
  told.outlet = earlier.outlet;
  told.claim = earlier.claim;
  const std::string_view again = "再次反映：";
  told.summary =
      earlier.summary.starts_with(again) ? earlier.summary : std::string{again} + earlier.summary;
  told.since = earlier.since;
  told.told_from = earlier.told_from;
  told.is_again = true;
  draw_words(dice, told);
  told.text = voiced(dice, told);
}

Told Teller::tell_other(Dice& dice, complaints::IntakeKind kind, const Way& way, Instant at,
                        const std::string& outlet) const {
  const Other& other = dice.pick(book().other(name_of(kind)));
  Told out = tell(dice, other, way, at, outlet);
  out.other = &other;
  std::string text = other.text;
  if (kind == complaints::IntakeKind::consultation)
    text = (names_outlet(text) ? "" : dice.pick(book().phrase("consultation_leads"))) + text +
           dice.pick(book().phrase(other.wants_papers ? "consultation_tails_papers"
                                                      : "consultation_tails"));
  out.text = out.fill(text, zone_);
  out.summary = out.text;
  return out;
}

void Teller::tell_redirected(Dice& dice, Told& told) const {
  const Other& other = dice.pick(book().other("redirected"));
  told.matter = told.other = &other;
  told.amount_fen = 0;
  told.claim = other.claim;
  told.summary = other.summary;
  draw_words(dice, told);
  told.text = told.way->voice == Voice::self ? told.own_as : "客户来电称" + told.told_as + "。";
}

namespace {

// What a registration and an imported row have in common.
template <class Input>
Input input_of(const Told& told) {
  const Matter& matter = *told.matter;
  Input out;
  out.source = complaints::Code::trusted(std::string{told.way->source});
  out.intake_channel = complaints::RequiredCode::trusted(std::string{told.way->channel});
  out.business_channel = code_of(matter.via);
  out.business = code_of(matter.business);
  out.cause = code_of(matter.cause);
  out.summary = complaints::Summary::trusted(told.summary);
  out.description = complaints::Description::trusted(told.text);
  out.claim = complaints::Claim::trusted(told.claim);
  out.received_at = told.received_at;
  out.complainant = told.person;
  out.customer_kind = kind_of(matter);
  out.product = code_of(matter.product);
  if (told.amount_fen > 0) out.amount_fen = told.amount_fen;
  return out;
}

}  // namespace

complaints::NewComplaint Teller::new_complaint(const Told& told, Dice dice) const {
  const Matter& matter = *told.matter;
  auto out = input_of<complaints::NewComplaint>(told);
  if (!matter.rights.empty()) out.rights = codes(matter.rights);
  if (!matter.claims.empty()) out.claim_kinds = codes(matter.claims);
  if (told.original != nullptr || dice.happens(0.4))
    if (!matter.groups.empty()) out.customer_groups = codes(matter.groups);
  if (dice.happens(0.05)) {
    complaints::NewAgent agent;
    agent.relation = complaints::RequiredCode::trusted("authorised_agent");
    agent.name = Personal<privacy::Name>::trusted(dice.pick(book().surnames) +
                                                  dice.pick(book().given_names));
    if (dice.happens(0.7))
      agent.proof = complaints::AgentProof::trusted("授权委托书原件，随案卷保存");
    out.agent = std::move(agent);
  }
  return out;
}

complaints::ImportedComplaint Teller::imported(const Told& told) const {
  return input_of<complaints::ImportedComplaint>(told);
}

}  // namespace xb::app::demo
