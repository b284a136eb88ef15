#include "modules/referrals/rules.h"

#include <algorithm>
#include <array>

#include "core/ensure.h"
#include "platform/privacy/detect.h"

namespace xb::referrals {
namespace {

constexpr Permission may_sign_in("referral.sign_in");
constexpr Permission may_handle("referral.handle");
constexpr Permission may_approve("referral.approve");

constexpr std::array steps{
    Step{State::received, Action::sign_in, State::signed_in, may_sign_in},
    Step{State::signed_in, Action::contact, State::contacted, may_handle},
    Step{State::contacted, Action::take_up, State::working, may_handle},
    Step{State::returned, Action::take_up, State::working, may_handle},
    Step{State::working, Action::draft, State::account_drafted, may_handle},
    Step{State::account_drafted, Action::draft, State::account_drafted, may_handle},
    Step{State::account_drafted, Action::send_back, State::working, may_approve},
    Step{State::account_drafted, Action::approve, State::account_approved, may_approve},
    Step{State::account_approved, Action::fill_back, State::filled_back, may_handle},
    Step{State::filled_back, Action::rework, State::returned, may_handle},
    Step{State::filled_back, Action::finish, State::done, may_handle},
};

const Instant earliest_received_at = *parse_instant("2000-01-01T00:00:00Z");

std::vector<char32_t> characters(std::string_view text) {
  std::vector<char32_t> out;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t point = length == 1 ? lead : lead & (0x7Fu >> length);
    for (std::size_t k = 1; k < length && i + k < text.size(); ++k)
      point = (point << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3Fu);
    out.push_back(point);
    i += length;
  }
  return out;
}

// Stands for a character that is not told: * ＊ × ●.
bool is_hidden(char32_t c) { return c == U'*' || c == U'＊' || c == U'×' || c == U'●'; }

// A surname and how one is spoken of: the rest tells nothing of the name's length.
bool hides_length(const std::vector<char32_t>& name) {
  if (name.size() == 2 && is_hidden(name[1])) return true;
  if (name.size() < 2) return false;
  if (name[1] == U'某') return true;
  static constexpr std::u32string_view titles[] = {U"先生", U"女士", U"小姐", U"同志"};
  const std::u32string rest(name.begin() + 1, name.end());
  return std::find(std::begin(titles), std::end(titles), rest) != std::end(titles);
}

std::string digits_of(std::string_view phone) {
  std::string out;
  for (const char c : phone)
    if ((c >= '0' && c <= '9') || c == '*') out += c;
  constexpr std::string_view country = "86";
  constexpr std::size_t with_country = 13;
  if (out.size() == with_country && out.starts_with(country)) out.erase(0, country.size());
  return out;
}

bool is_letter(char32_t c) {
  const bool ascii =
      (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  constexpr char32_t first_han = 0x3400;
  constexpr char32_t last_han = 0x9FFF;
  return ascii || (c >= first_han && c <= last_han) || c >= 0x20000;
}

constexpr std::int64_t phone_points = 40;
constexpr std::int64_t name_points = 30;
constexpr std::int64_t surname_points = 10;
constexpr std::int64_t matter_points = 40;  // for the same text
constexpr std::int64_t near_points = 10;
constexpr std::int64_t same_matter_percent = 30;
constexpr std::chrono::days near_before{60};
constexpr std::chrono::days near_after{7};

}  // namespace

Result<void> PhonePart::check(std::string_view value) {
  constexpr std::size_t tail = 4;
  TRY(check_text(value, max, true));
  const std::string digits = digits_of(value);
  const bool shows_tail =
      digits.size() >= tail && digits.find('*', digits.size() - tail) == std::string::npos;
  if (!shows_tail) return refuse(Reason::invalid, "field.phone");
  return {};
}

bool Score::has(Ground ground) const {
  return std::find(grounds.begin(), grounds.end(), ground) != grounds.end();
}

std::span<const Step> lifecycle() { return steps; }

Permission permission_of(Action action) {
  const auto step = std::find_if(steps.begin(), steps.end(),
                                 [&](const Step& one) { return one.action == action; });
  ensure(step != steps.end(), "an action that no step takes");
  return step->permission;
}

Result<State> after(State state, Action action) {
  for (const Step& step : steps)
    if (step.from == state && step.action == action) return step.to;
  return refuse(Reason::conflict, "referral.wrong_state");
}

Result<void> check(const NewReferral& input, Instant now, Zone zone) {
  if (input.received_at > now) return refuse(Reason::invalid, "field.in_future", "received_at");
  if (input.received_at < earliest_received_at)
    return refuse(Reason::invalid, "field.too_early", "received_at");
  if (input.due_on && *input.due_on < zone.date(input.received_at))
    return refuse(Reason::invalid, "referral.due_early", "due_on");
  const bool is_personal = !privacy::detect(input.number.str()).empty() ||
                           (input.topic && !privacy::detect(input.topic->str()).empty());
  if (is_personal) return refuse(Reason::invalid, "field.personal", "topic");
  return {};
}

Classified classified(Bureau bureau) {
  switch (bureau) {
    case Bureau::nfra: return {"nfra_referral", "hotline_12378"};
    case Bureau::pboc: return {"pboc_referral", "hotline_12363"};
    case Bureau::city: return {"government_hotline", "hotline_12345"};
  }
  std::abort();
}

std::optional<Ground> compare_names(std::string_view masked, std::string_view name) {
  const auto a = characters(masked);
  const auto b = characters(name);
  if (a.empty() || b.empty() || is_hidden(a[0]) || is_hidden(b[0])) return {};
  if (a[0] != b[0]) return {};
  bool agrees = a.size() == b.size();
  for (std::size_t i = 0; agrees && i < a.size(); ++i)
    agrees = a[i] == b[i] || is_hidden(a[i]) || is_hidden(b[i]) || a[i] == U'某' || b[i] == U'某';
  if (agrees) return Ground::name_fits;
  if (hides_length(a) || hides_length(b)) return Ground::surname_fits;
  return {};
}

bool phones_fit(std::string_view part, std::string_view phone) {
  constexpr std::size_t tail = 4;
  const std::string a = digits_of(part);
  const std::string b = digits_of(phone);
  const std::size_t both = std::min(a.size(), b.size());
  if (both < tail) return false;
  for (std::size_t i = 1; i <= both; ++i) {
    const char x = a[a.size() - i];
    const char y = b[b.size() - i];
    if (i <= tail && (x == '*' || y == '*')) return false;
    if (x != y && x != '*' && y != '*') return false;
  }
  return true;
}

Pairs pairs_of(std::string_view text) {
  Pairs out;
  char32_t before = 0;
  for (const char32_t c : characters(text)) {
    const char32_t letter = is_letter(c) ? c : 0;
    if (before != 0 && letter != 0) out.emplace(before, letter);
    before = letter;
  }
  return out;
}

std::int64_t shared_percent(const Pairs& a, const Pairs& b) {
  const Pairs& small = a.size() < b.size() ? a : b;
  const Pairs& large = a.size() < b.size() ? b : a;
  const auto shared = std::count_if(small.begin(), small.end(),
                                    [&](const auto& pair) { return large.contains(pair); });
  constexpr std::int64_t hundred = 100;
  return shared * hundred / static_cast<std::int64_t>(std::max(small.size(), pairs_min));
}

Score compare(const Likeness& referral, const Likeness& complaint) {
  Score out;
  const auto add = [&](Ground ground, std::int64_t points) {
    out.grounds.push_back(ground);
    out.points += points;
  };
  if (phones_fit(referral.phone, complaint.phone)) add(Ground::phone_fits, phone_points);
  if (const auto names = compare_names(referral.name, complaint.name))
    add(*names, *names == Ground::name_fits ? name_points : surname_points);
  constexpr std::int64_t hundred = 100;
  out.shared_percent = shared_percent(pairs_of(referral.text), pairs_of(complaint.text));
  if (out.shared_percent >= same_matter_percent)
    add(Ground::same_matter, matter_points * out.shared_percent / hundred);
  if (complaint.received_at >= referral.received_at - near_before &&
      complaint.received_at <= referral.received_at + near_after)
    add(Ground::near_in_time, near_points);
  return out;
}

bool is_candidate(const Score& score) {
  const int agreeing = int{score.has(Ground::phone_fits)} + int{score.has(Ground::same_matter)} +
                       int{score.has(Ground::name_fits) || score.has(Ground::surname_fits)};
  return agreeing >= 2;
}

}  // namespace xb::referrals
