-- wrk: registers incoming documents, each with a number of its own and a subject of twenty syllables.
local syllables = {}
for word in ([[về việc kế hoạch báo cáo triển khai thực hiện kiểm tra đánh giá tổng kết công tác quản lý tài nguyên khoáng sản
  địa chất môi trường nước biển khí tượng thủy văn đất đai đo đạc bản đồ viễn thám xây dựng quy hoạch đầu tư ngân sách dự án
  chương trình hội nghị cán bộ công chức tuyển dụng khen thưởng kỷ luật đào tạo thanh tra khiếu nại tố cáo tiếp dân hành chính
  thủ tục cải cách số hóa hồ sơ lưu trữ quý năm tháng tỉnh huyện xã phường thông báo kết luận ý kiến góp dự thảo nghị định
  thông tư hướng dẫn đề nghị phối hợp cung cấp số liệu]]):gmatch("%S+") do
  syllables[#syllables + 1] = word
end
local issuers = { "Sở Xây dựng tỉnh Lâm Sơn", "Sở Tài chính tỉnh Lâm Sơn", "Bộ Nội vụ", "Sở Y tế tỉnh Lâm Sơn" }
local fields, count = {}, tonumber(os.getenv("FIRST_NUMBER"))

local function encode(text)
  return (text:gsub("[^%w]", function(byte) return string.format("%%%02X", byte:byte()) end))
end

function init(args)
  math.randomseed(count)
  for pair in os.getenv("FORM_FIELDS"):gmatch("[^&]+") do fields[#fields + 1] = pair end
  fixed = table.concat(fields, "&")
end

function request()
  count = count + 1
  local words = {}
  for place = 1, 20 do words[place] = syllables[math.random(#syllables)] end
  local body = fixed .. "&numberText=" .. count .. "&issuer=" .. encode(issuers[math.random(#issuers)])
    .. "&subject=" .. encode(table.concat(words, " "))
  local headers = { ["Content-Type"] = "application/x-www-form-urlencoded", ["Cookie"] = os.getenv("COOKIE") }
  return wrk.format("POST", "/van-ban-den/vao-so", headers, body)
end
