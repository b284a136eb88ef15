#include "platform/exchange/workbook.h"

#include <map>
#include <utility>

#include "core/number.h"
#include "platform/exchange/xml_part.h"

namespace xb::exchange {
namespace {

auto malformed() { return refuse(Reason::invalid, "table.malformed"); }

// Of one part to others.
struct Relationship {
  std::string id;
  std::string type;  // the last word of its URI: `worksheet`, `sharedStrings`
  std::string part;
};

// The name of the part that `target` means, seen from `folder` (empty or ending in a slash).
std::string resolved(std::string_view folder, std::string_view target) {
  std::string path = target.starts_with('/') ? std::string{} : std::string{folder};
  while (!target.empty()) {
    const std::size_t slash = target.find('/');
    const std::string_view step = target.substr(0, slash);
    if (step == "..") {
      if (!path.empty()) path.pop_back();
      path.resize(path.rfind('/') + 1);  // npos + 1 is 0
    } else if (!step.empty() && step != ".") {
      path += step;
      if (slash != std::string_view::npos) path += '/';
    }
    target = slash == std::string_view::npos ? std::string_view{} : target.substr(slash + 1);
  }
  return path;
}

class Relationships final : public XmlEvents {
 public:
  explicit Relationships(std::string folder) : folder_(std::move(folder)) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name != "Relationship" || attributes["TargetMode"] == "External") return;
    const std::string_view type = attributes["Type"];
    all_.push_back({std::string{attributes["Id"]}, std::string{type.substr(type.rfind('/') + 1)},
                    resolved(folder_, attributes["Target"])});
  }

  const Relationship* of_type(std::string_view type) const {
    for (const Relationship& one : all_)
      if (one.type == type) return &one;
    return nullptr;
  }
  const Relationship* with_id(std::string_view id) const {
    for (const Relationship& one : all_)
      if (one.id == id) return &one;
    return nullptr;
  }

 private:
  std::string folder_;
  std::vector<Relationship> all_;
};

class WorkbookEvents final : public XmlEvents {
 public:
  explicit WorkbookEvents(const Relationships& relationships) : relationships_(relationships) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "workbookPr") {
      const std::string_view set = attributes["date1904"];
      if (set == "1" || set == "true") dates = DateSystem::from_1904;
    } else if (name == "sheet" && sheet.empty()) {
      const Relationship* target = relationships_.with_id(attributes["id"]);
      if (target != nullptr && target->type == "worksheet") sheet = target->part;
    }
  }

  std::string sheet;
  DateSystem dates = DateSystem::from_1900;

 private:
  const Relationships& relationships_;
};

class StyleEvents final : public XmlEvents {
 public:
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "cellXfs") {
      in_cell_styles_ = true;
    } else if (name == "numFmt") {
      custom_[id_of(attributes)] = is_date_format(attributes["formatCode"]);
    } else if (name == "xf" && in_cell_styles_) {
      const std::int64_t id = id_of(attributes);
      const auto custom = custom_.find(id);
      date_styles.push_back(custom != custom_.end() ? custom->second : is_date_format(id));
    }
  }

  void end(std::string_view name) override {
    if (name == "cellXfs") in_cell_styles_ = false;
  }

  std::vector<bool> date_styles;

 private:
  static std::int64_t id_of(const XmlAttributes& attributes) {
    return parse_integer(attributes["numFmtId"]).value_or(-1);
  }

  std::map<std::int64_t, bool> custom_;  // these come before the styles that use them
  bool in_cell_styles_ = false;
};

// A string may come in runs of different looks, and with a reading aid (rPh) that is no part of it.
class StringEvents final : public XmlEvents {
 public:
  void start(std::string_view name, const XmlAttributes&) override {
    if (name == "si") text_.clear();
    if (name == "t") in_text_ = true;
    if (name == "rPh") in_reading_aid_ = true;
  }

  void end(std::string_view name) override {
    if (name == "si") strings.add(unescaped(text_));
    if (name == "t") in_text_ = false;
    if (name == "rPh") in_reading_aid_ = false;
  }

  void text(std::string_view text) override {
    if (in_text_ && !in_reading_aid_) text_ += text.substr(0, raw_bytes_max - text_.size());
  }

  SharedStrings strings;

 private:
  std::string text_;
  bool in_text_ = false;
  bool in_reading_aid_ = false;
};

// A part that has to be there.
Result<void> read_part(const Package& package, const std::string& name, std::uint64_t bytes_max,
                       XmlEvents& events) {
  auto part = package.part(name);
  if (!part) return malformed();
  if (part->left() > bytes_max) return refuse(Reason::invalid, "table.too_large");
  return read_xml(std::move(*part), events);
}

}  // namespace

void SharedStrings::add(std::string_view string) {
  text_ += string;
  ends_.push_back(static_cast<std::uint32_t>(text_.size()));
}

std::optional<std::string_view> SharedStrings::at(std::size_t index) const {
  if (index >= ends_.size()) return {};
  const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
  return std::string_view{text_}.substr(begin, ends_[index] - begin);
}

Result<Workbook> read_workbook(const Package& package) {
  Relationships of_package{""};
  TRY(read_part(package, "_rels/.rels", side_part_bytes_max, of_package));
  const Relationship* document = of_package.of_type("officeDocument");
  if (document == nullptr) return malformed();
  const std::size_t folder = document->part.rfind('/') + 1;
  Relationships relationships{document->part.substr(0, folder)};
  TRY(read_part(
      package,
      document->part.substr(0, folder) + "_rels/" + document->part.substr(folder) + ".rels",
      side_part_bytes_max, relationships));

  WorkbookEvents book{relationships};
  TRY(read_part(package, document->part, side_part_bytes_max, book));
  if (book.sheet.empty()) return malformed();
  StringEvents strings;
  if (const Relationship* one = relationships.of_type("sharedStrings"))
    TRY(read_part(package, one->part, strings_bytes_max, strings));
  StyleEvents styles;
  if (const Relationship* one = relationships.of_type("styles"))
    TRY(read_part(package, one->part, side_part_bytes_max, styles));
  return Workbook{std::move(book.sheet), std::move(strings.strings), std::move(styles.date_styles),
                  book.dates};
}

}  // namespace xb::exchange
