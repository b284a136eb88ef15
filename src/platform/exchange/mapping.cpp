#include "platform/exchange/mapping.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include <toml++/toml.h>

#include "core/assets.h"
#include "core/json.h"
#include "core/number.h"

namespace xb::exchange {
namespace {

tl::unexpected<Refusal> malformed(std::string field) {
  return refuse(Reason::invalid, "mapping.malformed", std::move(field));
}

Result<std::vector<std::string>> columns_in(const toml::table& table, const std::string& field) {
  std::vector<std::string> columns;
  if (const auto one = table["column"].value<std::string>()) columns.push_back(*one);
  if (const auto* several = table["columns"].as_array())
    for (const auto& column : *several) {
      const auto name = column.value<std::string>();
      if (!name) return malformed(field + ".columns");
      columns.push_back(*name);
    }
  return columns;
}

Result<FieldMapping> field_in(const std::string& name, const toml::node& node) {
  FieldMapping out;
  out.field = name;
  const auto* table = node.as_table();
  if (table == nullptr) return malformed("fields." + name);
  out.columns = TRY(columns_in(*table, "fields." + name));
  out.constant = (*table)["constant"].value<std::string>();
  if (out.columns.empty() == !out.constant) return malformed("fields." + name);
  out.join = (*table)["join"].value_or(out.join);
  out.is_optional = (*table)["optional"].value_or(false);
  out.otherwise = (*table)["otherwise"].value<std::string>();
  if (const auto* values = (*table)["values"].as_table())
    for (const auto& [from, to] : *values) {
      const auto text = to.value<std::string>();
      if (!text) return malformed("fields." + name + ".values");
      out.values[std::string{from.str()}] = *text;
    }
  const auto format = (*table)["format"].value<std::string>();
  if (!format) return out;
  if (*format == "date")
    out.format = FieldMapping::Format::date;
  else if (*format == "time")
    out.format = FieldMapping::Format::time;
  else if (*format == "day")
    out.format = FieldMapping::Format::day;
  else if (*format == "yuan")
    out.format = FieldMapping::Format::yuan;
  else
    return malformed("fields." + name + ".format");
  return out;
}

// Fills in what a column back leaves to the field that takes it.
Result<ColumnBack> column_back(const toml::node& node, const std::vector<FieldMapping>& fields) {
  const auto* table = node.as_table();
  if (table == nullptr) return malformed("back");
  ColumnBack out;
  out.column = (*table)["column"].value_or(std::string{});
  out.field = (*table)["field"].value_or(std::string{});
  if (const auto* values = (*table)["values"].as_table())
    for (const auto& [from, to] : *values)
      out.values[std::string{from.str()}] = to.value_or(std::string{});
  if (out.field.empty())
    for (const FieldMapping& field : fields) {
      if (field.columns != std::vector{out.column}) continue;
      out.field = field.field;
      for (const auto& [theirs, ours] : field.values) out.values.emplace(ours, theirs);
    }
  if (out.column.empty() || out.field.empty()) return malformed("back");
  return out;
}

void put(boost::json::object& object, std::string_view path, boost::json::value value) {
  const std::size_t dot = path.find('.');
  const boost::json::string_view key(path.data(), std::min(dot, path.size()));
  if (dot == std::string_view::npos) {
    object[key] = std::move(value);
    return;
  }
  auto& inner = object[key];
  if (!inner.is_object()) inner.emplace_object();
  put(inner.get_object(), path.substr(dot + 1), std::move(value));
}

}  // namespace

Result<Mapping> Mapping::parse(std::string_view toml_text,
                               const std::set<std::string>& known_fields) {
  toml::table table;
  try {
    table = toml::parse(toml_text);
  } catch (const toml::parse_error&) {
    return malformed({});
  }
  Mapping out;
  out.name = table["name"].value_or(std::string{});
  out.target = table["target"].value_or(std::string{});
  out.source_id = table["source_id"].value_or(std::string{});
  out.rest = table["rest"].value_or(std::string{});
  const auto delimiter = table["delimiter"].value_or(std::string{","});
  const auto encoding = table["encoding"].value_or(std::string{"utf-8"});
  if (out.name.empty() || out.name.size() > 64) return malformed("name");
  if (out.source_id.empty()) return malformed("source_id");
  if (delimiter.size() != 1) return malformed("delimiter");
  if (encoding != "utf-8" && encoding != "gb18030") return malformed("encoding");
  out.csv.delimiter = delimiter[0];
  out.csv.encoding = encoding == "utf-8" ? CsvFormat::Encoding::utf8 : CsvFormat::Encoding::gb18030;
  const auto* fields = table["fields"].as_table();
  if (fields == nullptr) return malformed("fields");
  for (const auto& [key, node] : *fields) {
    const std::string name{key.str()};
    if (!known_fields.contains(name))
      return refuse(Reason::invalid, "mapping.unknown_field", field_name(name));
    out.fields.push_back(TRY(field_in(name, node)));
  }
  if (const auto* back = table["back"].as_array())
    for (const auto& node : *back) out.back.push_back(TRY(column_back(node, out.fields)));
  return out;
}

std::optional<Instant> read_local(std::string_view text, Zone zone) {
  // Numbers with anything between that is none: year, month, day, hour, minute, second.
  constexpr std::size_t longest = 40;
  if (text.size() > longest) return {};
  std::array<int, 6> parts{};
  std::size_t count = 0;
  bool in_number = false;
  for (const char c : text) {
    const bool is_digit = c >= '0' && c <= '9';
    if (is_digit && !in_number && ++count > parts.size()) return {};
    if (is_digit) parts[count - 1] = parts[count - 1] * 10 + (c - '0');
    if (is_digit && parts[count - 1] > 9999) return {};
    in_number = is_digit;
  }
  if (count != 3 && count < 5) return {};
  char written[32];
  std::snprintf(written, sizeof written, "%04d-%02d-%02d", parts[0], parts[1], parts[2]);
  const auto day = parse_date(written);
  constexpr int hours = 24;
  constexpr int sixty = 60;
  if (!day || parts[3] >= hours || parts[4] >= sixty || parts[5] >= sixty) return {};
  return zone.start(*day) + std::chrono::seconds{(parts[3] * sixty + parts[4]) * sixty + parts[5]};
}

std::optional<std::int64_t> read_yuan(std::string_view text) {
  constexpr std::size_t digits_max = 15;
  for (const std::string_view sign : {"￥", "¥"})
    if (text.starts_with(sign)) {
      text.remove_prefix(sign.size());
      break;
    }
  if (constexpr std::string_view unit = "元"; text.ends_with(unit)) text.remove_suffix(unit.size());
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, point);
  const std::string_view decimals = text.substr(std::min(point + 1, text.size()));
  if (whole.empty() || decimals.size() > 2 || (point < text.size() && decimals.empty())) return {};
  std::string digits;
  const bool is_grouped = whole.find(',') != std::string_view::npos;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    const bool wants_comma = is_grouped && i > 0 && (whole.size() - i) % 4 == 0;
    if ((whole[i] == ',') != wants_comma) return {};
    if (!wants_comma) digits += whole[i];
  }
  constexpr std::size_t group = 3;
  const bool is_too_long_a_group = is_grouped && whole.find(',') > group;
  if (digits.empty() || digits.size() > digits_max || digits[0] == '-' || is_too_long_a_group)
    return {};
  return parse_integer((digits + std::string{decimals} + "00").substr(0, digits.size() + 2));
}

std::vector<std::string> shipped_mappings(std::string_view target) {
  std::vector<std::string> out;
  const std::string folder = "data/mappings/" + std::string{target} + "/";
  for (const Asset& file : assets(folder)) {
    std::string_view name = file.path.substr(folder.size());
    out.emplace_back(name.substr(0, name.rfind('.')));
  }
  return out;
}

Result<RowMapper> RowMapper::make(const Mapping& mapping, const std::vector<std::string>& header,
                                  Zone zone) {
  RowMapper out;
  out.mapping_ = &mapping;
  out.zone_ = zone;
  out.header_ = header;
  for (std::size_t i = 0; i < header.size(); ++i) out.position_[header[i]] = i;
  const auto check = [&](const std::string& column) -> Result<void> {
    if (!out.position_.contains(column))
      return refuse(Reason::invalid, "import.column_missing", column);
    return {};
  };
  TRY(check(mapping.source_id));
  std::set<std::string> taken_whole{mapping.source_id};
  for (const FieldMapping& field : mapping.fields) {
    for (const std::string& column : field.columns)
      if (!field.is_optional) TRY(check(column));
    if (field.columns.size() == 1 && field.values.empty()) taken_whole.insert(field.columns[0]);
  }
  for (std::size_t i = 0; i < header.size(); ++i)
    if (!taken_whole.contains(header[i])) out.rest_.push_back(i);
  return out;
}

Result<std::string> RowMapper::text_of(const FieldMapping& field, const TableRow& row) const {
  if (field.constant) return *field.constant;
  std::string text;
  for (const std::string& column : field.columns) {
    const auto position = position_.find(column);
    if (position == position_.end()) continue;
    const std::string& cell = row.cells[position->second];
    if (cell.empty()) continue;
    if (!text.empty()) text += field.join;
    text += cell;
  }
  if (!field.values.empty()) {
    if (const auto replaced = field.values.find(text); replaced != field.values.end())
      return replaced->second;
    if (field.otherwise) return *field.otherwise;
    if (!text.empty()) return refuse(Reason::invalid, "field.choice", field.field);
  }
  if (text.empty()) return text;
  switch (field.format) {
    case FieldMapping::Format::text: return text;
    case FieldMapping::Format::date:
      if (const auto day = parse_date(text)) return format(zone_.start(*day));
      break;
    case FieldMapping::Format::time:
      if (const auto at = read_local(text, zone_)) return format(*at);
      break;
    case FieldMapping::Format::day:
      if (const auto at = read_local(text, zone_)) return format(zone_.date(*at));
      break;
    case FieldMapping::Format::yuan:
      if (const auto fen = read_yuan(text)) return std::to_string(*fen);
      return refuse(Reason::invalid, "field.amount", field.field);
  }
  return refuse(Reason::invalid, "field.date", field.field);
}

Result<RowMapper::Mapped> RowMapper::map(const TableRow& row) const {
  Mapped out;
  out.source_id = row.cells[position_.at(mapping_->source_id)];
  if (out.source_id.empty() || out.source_id.size() > 200)
    return refuse(Reason::invalid, "import.source_id_missing", "source_id");
  for (const FieldMapping& field : mapping_->fields) {
    const std::string text = TRY(text_of(field, row));
    if (text.empty()) continue;
    if (field.format == FieldMapping::Format::yuan)
      put(out.values, field.field, std::stoll(text));
    else
      put(out.values, field.field, boost::json::string(text));
  }
  if (!mapping_->rest.empty() && !rest_.empty()) {
    std::string json = "{";
    for (const std::size_t i : rest_) {
      if (row.cells[i].empty()) continue;
      if (json.size() > 1) json += ',';
      write_json_string(json, header_[i]);
      json += ':';
      write_json_string(json, row.cells[i]);
    }
    put(out.values, mapping_->rest, boost::json::string(json + "}"));
  }
  return out;
}

std::string RowMapper::columns_of(std::string_view field) const {
  for (const FieldMapping& one : mapping_->fields) {
    if (one.field != field) continue;
    std::string out;
    for (const std::string& column : one.columns) out += (out.empty() ? "" : ", ") + column;
    return out;
  }
  return field == "source_id" ? mapping_->source_id : std::string{};
}

}  // namespace xb::exchange
